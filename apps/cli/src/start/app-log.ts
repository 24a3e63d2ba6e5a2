import { createWriteStream, renameSync, statSync, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';

const LARGE = 10 << 20;
const WARN = 40;
const KEPT_LINES = 30;

/** Structured lines go to a file; what a person at the terminal must know (warnings, errors, lines that are no log) is shown as well. */
export class AppLog {
  private readonly file: WriteStream;
  private readonly last: string[] = [];

  constructor(
    readonly path: string,
    private readonly show: (line: string) => void,
  ) {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE) renameSync(path, `${path}.1`);
    this.file = createWriteStream(path, { flags: 'a', mode: 0o600 });
  }

  follow(...streams: readonly (Readable | null)[]): void {
    for (const stream of streams) if (stream) createInterface({ input: stream }).on('line', (line) => this.take(line));
  }

  /** The last lines as they came, for the one who asks why a process ended. */
  tail(): readonly string[] {
    return this.last.map(readable);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.file.end(() => resolve()));
  }

  private take(line: string): void {
    if (line.trim() === '') return;
    this.file.write(`${line}\n`);
    this.last.push(line);
    if (this.last.length > KEPT_LINES) this.last.shift();
    if ((parse(line)?.level ?? WARN) >= WARN) this.show(readable(line));
  }
}

interface LogLine {
  readonly level?: number;
  readonly msg?: string;
  readonly err?: { readonly message?: string };
}

function parse(line: string): LogLine | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as LogLine;
  } catch {
    return undefined;
  }
}

function readable(line: string): string {
  const parsed = parse(line);
  if (!parsed?.msg) return line;
  return parsed.err?.message && parsed.err.message !== parsed.msg ? `${parsed.msg}: ${parsed.err.message}` : parsed.msg;
}
