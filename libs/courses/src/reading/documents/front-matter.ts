import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Findings } from '../findings/finding.js';
import { oneLine } from './storable.js';

export type FrontMatter = Readonly<Record<string, unknown>>;

export interface SplitText {
  readonly frontMatter: FrontMatter;
  readonly body: string;
  /** The head as it was written, with its lines of dashes; undefined where there is none. */
  readonly head?: string;
  /** Lines before the body, so that places in it can be told as lines of the file. */
  readonly linesBefore: number;
}

const NONE: FrontMatter = {};

/** Parts a YAML head from the text below it. A broken head is reported with its line, and the text is read without it. */
export function splitFrontMatter(text: string, file: string, findings: Findings): SplitText {
  if (!/^---[ \t]*\n/.test(text)) return { frontMatter: NONE, body: text, linesBefore: 0 };
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line));
  if (end < 0) {
    findings.warn('FRONT_MATTER_OPEN', file, { line: 1 });
    return { frontMatter: NONE, body: text, linesBefore: 0 };
  }
  const frontMatter = parseHead(lines.slice(1, end).join('\n'), file, findings);
  if (frontMatter === 'text') return { frontMatter: NONE, body: text, linesBefore: 0 };
  return { head: lines.slice(0, end + 1).join('\n'), frontMatter, body: lines.slice(end + 1).join('\n'), linesBefore: end + 1 };
}

/** What stands between two lines of dashes is a head only where it says something by name; else the dashes are rules around a text. */
function parseHead(head: string, file: string, findings: Findings): FrontMatter | 'text' {
  if (head.trim() !== '' && !/^\s*["']?[\p{L}_][\p{L}\p{N}_ .-]*["']?\s*:(\s|$)/mu.test(head)) return 'text';
  const lineCounter = new LineCounter();
  const document = parseDocument(head, { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    // The head starts on the second line of the file.
    findings.warn('FRONT_MATTER_BROKEN', file, { line: lineCounter.linePos(error.pos[0]).line + 1, values: { reason: error.message } });
    return NONE;
  }
  return objectOf(document, file, findings);
}

function objectOf(document: Document, file: string, findings: Findings): FrontMatter {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FrontMatter) : NONE;
  } catch (error) {
    // Aliases that unfold without measure.
    findings.warn('FRONT_MATTER_BROKEN', file, { line: 1, values: { reason: error instanceof Error ? error.message : String(error) } });
    return NONE;
  }
}

const isHead = (value: unknown): value is FrontMatter => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

export interface Head {
  readonly title?: string;
  readonly module?: string;
  /** "duration: 40 minutes", "time: 1h30", "minutes: 45" */
  readonly minutes?: number;
  readonly forTrainers: boolean;
}

/** What a head says of its lesson, whatever the types: at its top, or below one name ("lab:") as labs have it. */
export function headOf(frontMatter: FrontMatter): Head {
  const inner = Object.values(frontMatter).find((value): value is FrontMatter => isHead(value) && ('title' in value || 'module' in value));
  const word = (...names: readonly string[]): string | undefined => names.map((name) => wordOf(inner?.[name] ?? frontMatter[name])).find(Boolean);
  return { title: word('title'), module: word('module'), minutes: minutesOf(word('duration', 'minutes', 'time', 'durée', 'duur', 'dauer') ?? ''), forTrainers: /^(trainer|instructor|teacher)s?$/i.test(word('audience', 'role') ?? '') };
}

function wordOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  return oneLine(text) || undefined;
}

function minutesOf(said: string): number | undefined {
  const [, hours = '0', rest = '0'] = /^(?:pt)?(\d{1,2})\s*(?:h|hours?|heures?|uur|stunden?|:)\s*(\d{1,2})?/i.exec(said) ?? [];
  const alone = /^(?:pt)?(\d{1,4})\s*(?:m|$)/i.exec(said)?.[1];
  const minutes = alone === undefined ? Number(hours) * 60 + Number(rest) : Number(alone);
  return minutes >= 1 && minutes <= 6_000 ? minutes : undefined;
}
