import { LineCounter, parseDocument } from 'yaml';
import { type Findings } from '../findings/finding.js';

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
  const body = lines.slice(end + 1).join('\n');
  return { head: lines.slice(0, end + 1).join('\n'), frontMatter: parseHead(lines.slice(1, end).join('\n'), file, findings), body, linesBefore: end + 1 };
}

function parseHead(head: string, file: string, findings: Findings): FrontMatter {
  const lineCounter = new LineCounter();
  const document = parseDocument(head, { lineCounter, prettyErrors: false });
  const [error] = document.errors;
  if (error) {
    // The head starts on the second line of the file.
    findings.warn('FRONT_MATTER_BROKEN', file, { line: lineCounter.linePos(error.pos[0]).line + 1, values: { reason: error.message } });
    return NONE;
  }
  const value: unknown = document.toJS({ maxAliasCount: 50 });
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FrontMatter) : NONE;
}
