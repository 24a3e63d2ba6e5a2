import { type Model, type Plan } from '../model/model.js';

/** A published instance, read onto the model, with the way back. */
export interface Instance {
  model: Model;
  /** The plan in the solution format of the set. */
  write(plan: Plan): string;
  /** The plan that a solution file of the set holds. */
  read(solution: string): Plan;
  /** The figure the set is judged by, from the cost of the model without unplaced activities. */
  figure(cost: number): number;
}

/** A file that cannot be read or contradicts itself. `line` counts from 1; 0 when the fault is of the whole file. */
export class FormatError extends Error {
  override readonly name = 'FormatError';
  constructor(
    readonly line: number,
    readonly reason: string,
  ) {
    super(line > 0 ? `line ${line}: ${reason}` : reason);
  }
}

/** A line that says something, with its number. */
export interface TextLine {
  line: number;
  text: string;
}

/** The lines that are not blank. */
export function linesWithText(text: string): TextLine[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((raw, i) => ({ line: i + 1, text: raw.trim() }))
    .filter((one) => one.text !== '');
}

/** A whole number in a range, or a complaint that says what was expected. */
export function wholeNumber(text: string | undefined, what: string, line: number, [least, most]: [number, number] = [0, 1e9]): number {
  if (text === undefined || !/^[+-]?\d+$/.test(text)) throw new FormatError(line, `${what}: a whole number is expected, found ${text === undefined ? 'nothing' : `"${text}"`}`);
  const value = Number(text);
  if (value < least || value > most) throw new FormatError(line, `${what}: ${value} is outside ${least} to ${most}`);
  return value;
}

/** An entry of a map, or a complaint. */
export function known<T>(map: Map<string, T>, key: string | undefined, what: string, line: number): T {
  const value = key === undefined ? undefined : map.get(key);
  if (value === undefined) throw new FormatError(line, `unknown ${what} ${key === undefined ? '(nothing there)' : `"${key}"`}`);
  return value;
}

/** A plan with nothing placed. */
export function emptyPlan(model: Model): Plan {
  const needs = model.activities.reduce((sum, activity) => sum + activity.needs.length, 0);
  return { start: model.activities.map(() => -1), choice: new Array<number>(needs).fill(-1) };
}

/** Days of equal length, one after the other. */
export function evenDays(days: number, perDay: number): number[] {
  return Array.from({ length: days * perDay }, (_, slot) => Math.floor(slot / perDay));
}
