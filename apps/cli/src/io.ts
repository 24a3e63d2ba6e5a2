/** Where a command's words go. Standard output carries the answer alone: with --json exactly one object, else lines for people. */
export interface Io {
  readonly json: boolean;
  /** A line for people. With --json it goes to standard error. */
  say(line: string): void;
  /** A line that people should see even when they throw the answer away. */
  warn(line: string): void;
  /** The folder in which the command was typed; npm itself changes into the repository. */
  readonly folder: string;
}

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export function createIo(streams: Streams, options: { readonly json: boolean; readonly folder: string }): Io {
  const line = (write: (text: string) => void) => (text: string) => write(`${text}\n`);
  return { ...options, say: line(options.json ? streams.err : streams.out), warn: line(streams.err) };
}
