import { Command as Syntax, CommanderError } from 'commander';
import { isUnavailable, loadSettings, SettingsRefused, startingFolder } from '@app/platform';
import { type CliCommand, type Outcome, refused } from './command.js';
import { Refusal } from './refusal.js';
import { createIo, type Streams } from './io.js';

/** 0 done, 1 refused with reasons, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Runs what was typed and answers the exit code. Prints one JSON object with --json, else lines for people. */
export async function runCli(words: readonly string[], commands: readonly CliCommand[], streams: Streams): Promise<ExitCode> {
  const json = words.includes('--json');
  const io = createIo(streams, { json, folder: startingFolder() });
  let outcome: Outcome | undefined;
  const program = syntaxOf(commands, streams, json, async (command, typed, options) => {
    outcome = await command.run({ arguments: typed, options, io, settings: loadSettings }).catch(reasonsOf(streams));
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 && json) streams.out(`${JSON.stringify({ done: false, usage: error.message })}\n`);
    return error.exitCode === 0 ? 0 : 2;
  }
  return outcome ? report(outcome, json, streams) : 0;
}

type Runner = (command: CliCommand, typed: readonly string[], options: Readonly<Record<string, unknown>>) => Promise<void>;

function syntaxOf(commands: readonly CliCommand[], streams: Streams, json: boolean, run: Runner): Syntax {
  const program = new Syntax('tremplin').description('Sets up and looks after a Tremplin installation.');
  for (const command of commands) {
    const [last = '', ...groups] = command.name.split(' ').reverse();
    const parent = groups.reverse().reduce(groupOf, program);
    const syntax = parent.command(last).description(command.summary).option('--json', 'print one JSON object');
    (command.syntax?.(syntax) ?? syntax).action(() => run(command, syntax.args, syntax.opts()));
  }
  for (const each of everySyntax(program)) {
    each.exitOverride().configureOutput({ writeOut: json ? streams.err : streams.out, writeErr: streams.err }).showHelpAfterError('(--help says what there is)');
  }
  return program;
}

/** "import" of "import people": made once, shared by all its commands. */
function groupOf(parent: Syntax, word: string): Syntax {
  return parent.commands.find((each) => each.name() === word) ?? parent.command(word).description(`${word} …`);
}

const everySyntax = (syntax: Syntax): Syntax[] => [syntax, ...syntax.commands.flatMap(everySyntax)];

/** Wrong settings and a database that does not answer are the reader's to mend; anything else is a bug and shows where. */
function reasonsOf(streams: Streams): (error: unknown) => Outcome {
  return (error) => {
    if (error instanceof SettingsRefused) return refused(error.faults);
    if (error instanceof Refusal) return refused(error.reasons);
    if (isUnavailable(error)) return refused([`The database does not answer: ${messageOf(error)}. "npm run --silent tremplin -- doctor" says what to mend.`]);
    streams.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return refused([`This should not have happened: ${messageOf(error)}`]);
  };
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(messageOf))].join('; ');
  return error instanceof Error ? error.message : String(error);
}

function report(outcome: Outcome, json: boolean, streams: Streams): ExitCode {
  if (json) streams.out(`${JSON.stringify({ done: outcome.done, ...(outcome.done ? {} : { reasons: outcome.reasons }), ...outcome.facts })}\n`);
  else if (!outcome.done) for (const reason of outcome.reasons) streams.err(`${reason}\n`);
  return outcome.done ? 0 : 1;
}
