import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CliCommand } from './command.js';

/** Every command in a folder: one file each, `<name>.command.js`, exported as `command`. Two of one name are a bug and throw. */
export async function findCommands(folder: string): Promise<readonly CliCommand[]> {
  const files = (await readdir(folder)).filter((name) => /\.command\.js$/.test(name)).sort();
  const commands = await Promise.all(files.map((name) => load(join(folder, name))));
  const names = commands.map((command) => command.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two files hold a command "${twice}".`);
  return commands;
}

async function load(file: string): Promise<CliCommand> {
  const { command } = (await import(pathToFileURL(file).href)) as { command?: CliCommand };
  if (!command) throw new Error(`${file} exports no "command".`);
  return command;
}
