import { zip, type ZipPart } from './zip.js';

/** A cell as a spreadsheet writes it: text goes into the shared texts, the rest is XML as given. */
export type XlsxCell = string | number | null | { readonly xml: string };

export interface XlsxSheet {
  readonly name?: string;
  readonly state?: 'visible' | 'hidden';
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly merged?: readonly string[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** An Excel workbook in memory; style 1 shows a date, style 2 a date in a format of its own, style 3 a sum. */
export function xlsx(sheets: readonly XlsxSheet[], more: readonly ZipPart[] = []): Buffer {
  const texts: string[] = [];
  const shared = (text: string): number => texts.push(`<si><t xml:space="preserve">${escaped(text)}</t></si>`) - 1;
  const parts = sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet, shared) }));
  const named = sheets.map(({ name, state }, index) => `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}" state="${state ?? 'visible'}" r:id="rId${index + 1}"/>`);
  const related = sheets.map((_sheet, index) => `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
  const styles = `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.00&quot;days&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;
  return zip([
    { name: '[Content_Types].xml', content: `${HEAD}<Types/>` },
    { name: 'xl/workbook.xml', content: `${HEAD}<workbook ${MAIN}><sheets>${named.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `${HEAD}<Relationships>${related.join('')}</Relationships>` },
    { name: 'xl/styles.xml', content: HEAD + styles },
    { name: 'xl/sharedStrings.xml', content: `${HEAD}<sst ${MAIN}>${texts.join('')}</sst>` },
    ...parts,
    ...more,
  ]);
}

function sheetXml({ rows, merged = [] }: XlsxSheet, shared: (text: string) => number): string {
  const lines = rows.map((row, index) => `<row r="${index + 1}">${row.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${index + 1}`, shared)).join('')}</row>`);
  const ranges = merged.length > 0 ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
  return `${HEAD}<worksheet ${MAIN}><sheetData>${lines.join('')}</sheetData>${ranges}</worksheet>`;
}

function cellXml(cell: XlsxCell, name: string, shared: (text: string) => number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${name}" t="s"><v>${shared(cell)}</v></c>`;
  return cell.xml.replace('<c', `<c r="${name}"`);
}
