import { type Figure, standing } from './bench.js';

export interface Report {
  readonly name: string;
  /** Load average of the last minute before and after, and the number of cores: figures of a busy machine say little. */
  readonly load: { readonly before: number; readonly after: number; readonly cores: number };
  readonly figures: readonly Figure[];
}

const headings = ['figure', 'value', 'unit', 'better', 'must', 'goal', 'reached'];

export function table(report: Report): string {
  const rows = report.figures.map((figure) => [figure.name, shown(figure.value), figure.unit, figure.better, shown(figure.must), shown(figure.goal), standing(figure)]);
  const widths = headings.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd();
  const { before, after, cores } = report.load;
  return [`${report.name} (load ${before.toFixed(2)} before, ${after.toFixed(2)} after, ${cores} cores)`, line(headings), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** Four significant digits are more than any of these measurements deserves. */
function shown(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(4)));
}
