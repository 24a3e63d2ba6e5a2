import { type findingTexts } from './finding-texts.js';

export type FindingCode = (typeof findingTexts.keys)[number];

/** One thing that a reader noticed about the files: where, what, and the values its text needs. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  /** Path from the curriculum's root. */
  readonly file: string;
  /** Counted from 1; undefined where the whole file is meant. */
  readonly line?: number;
  readonly code: FindingCode;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Collects what readers notice. An error refuses the import, a warning is shown and the import goes on. */
export class Findings {
  constructor(
    private readonly found: Finding[] = [],
    private readonly place: (file: string) => string = (file) => file,
  ) {}

  /** For a reader that knows files by other paths than those of what was chosen; what it notices is kept here. */
  through(place: (file: string) => string): Findings {
    return new Findings(this.found, (file) => this.place(place(file)));
  }

  warn(code: FindingCode, file: string, rest: Pick<Finding, 'line' | 'values'> = {}): void {
    this.found.push({ severity: 'warning', code, file: this.place(file), ...rest });
  }

  refuse(code: FindingCode, file: string, rest: Pick<Finding, 'line' | 'values'> = {}): void {
    this.found.push({ severity: 'error', code, file: this.place(file), ...rest });
  }

  of(severity: Finding['severity']): readonly Finding[] {
    return this.found.filter((finding) => finding.severity === severity).sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
