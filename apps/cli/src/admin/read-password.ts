import { stdin } from 'node:process';
import { createInterface } from 'node:readline';
import { type Io } from '../io.js';

/** A password never stands in the command line, where other users of the machine could read it. Typed, it is not shown. */
export async function readPassword(io: Io): Promise<string> {
  io.warn(stdin.isTTY ? 'Password (it is not shown):' : 'Reading the password from standard input.');
  const lines = createInterface({ input: stdin, output: undefined, terminal: stdin.isTTY });
  for await (const line of lines) {
    lines.close();
    return line;
  }
  return '';
}
