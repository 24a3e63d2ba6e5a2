import 'reflect-metadata';
import { join } from 'node:path';
import { findCommands } from './find-commands.js';
import { runCli } from './run-cli.js';

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
};
const commands = await findCommands(join(import.meta.dirname, 'commands'));
process.exitCode = await runCli(process.argv.slice(2), commands, streams);
// A started installation is followed by its parent over a channel, which would keep this process alive.
if (process.connected) process.disconnect();
