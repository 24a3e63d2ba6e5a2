const DELIMITERS = [',', ';', '\t', '|'];

export interface CsvDialect {
  readonly delimiter: string;
  /** Characters to leave out at the beginning: the line "sep=;" that Excel writes. */
  readonly skip: number;
}

/** How the cells of a file are parted, from its beginning: what the file itself says, else what parts the first line that is not blank most often. */
export function csvDialect(beginning: string): CsvDialect {
  const said = /^sep=(.)(\r\n|\r|\n)/i.exec(beginning);
  if (said?.[1]) return { delimiter: said[1], skip: said[0].length };
  const heading = firstLine(beginning);
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: heading.split(delimiter).length }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return { delimiter: best.delimiter, skip: 0 };
}

/** Without what stands in quotes, where the other delimiters are text. */
function firstLine(text: string): string {
  const unquoted = text.replace(/"(?:[^"]|"")*"/g, '');
  return unquoted.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
}
