import { type Command as Syntax } from 'commander';
import { type Settings } from '@app/platform';
import { type Io } from './io.js';

/** How a command ended: exit code 0 for done, 1 for refused. With --json `facts` are printed as one object. */
export type Outcome = { readonly done: true; readonly facts: object } | { readonly done: false; readonly reasons: readonly string[]; readonly facts: object };

export const done = (facts: object = {}): Outcome => ({ done: true, facts });
/** Nothing, or not everything, was done, for reasons that the person who typed the command can mend. */
export const refused = (reasons: readonly string[], facts: object = {}): Outcome => ({ done: false, reasons, facts });

/** What a command gets: what was typed, and ways to the world that tests can replace. */
export interface Call {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly io: Io;
  /** Read when asked for, so that --help works with wrong settings. Throws SettingsRefused with all faults. */
  readonly settings: () => Settings;
}

/**
 * One command of `npm run --silent tremplin -- …`. Each stands in a file of its own, commands/<name>.command.ts, which exports it as
 * `command` and is found by its name. Load what is heavy inside `run`, so that the others start quickly.
 */
export interface CliCommand {
  /** One or two words: "migrate", "import people". */
  readonly name: string;
  readonly summary: string;
  /** Declares arguments and options in commander's words. */
  readonly syntax?: (command: Syntax) => Syntax;
  run(call: Call): Promise<Outcome>;
}
