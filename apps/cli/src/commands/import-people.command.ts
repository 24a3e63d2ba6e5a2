import { resolve } from 'node:path';
import { type ImportField, type LineFault } from '@app/identity';
import { type Role } from '@app/platform';
import { InvalidArgumentError } from 'commander';
import { type Call, type CliCommand, done, type Outcome, refused } from '../command.js';
import { type GetUseCase } from '../use-cases.js';

export const command: CliCommand = {
  name: 'import people',
  summary: 'Imports a list of people (CSV or XLSX) into an organisation; run again after an interruption, it goes on where it was.',
  syntax: (syntax) =>
    syntax
      .argument('<file>', 'the list')
      .requiredOption('--organisation <id or name>', 'whose people they are')
      .option('--role <role...>', 'roles of those whose line names none', ['learner'])
      .option('--column <field=heading...>', 'which heading holds what, where it is not understood: --column email=Contact', column)
      .option('--sheet <name>', 'which sheet of a workbook; without it the first that is not blank')
      .option('--invite', 'ask the new people by mail')
      .option('--dry-run', 'only say what would become of each line'),
  run: async (call: Call): Promise<Outcome> => {
    const { withInstalledUseCases } = await import('../use-cases.js');
    return withInstalledUseCases(call, 'import people', (get) => importPeople(call, get));
  },
};

async function importPeople({ arguments: [file = ''], options, io }: Call, get: GetUseCase): Promise<Outcome> {
  const { ImportPeopleFile } = await import('@app/identity');
  const { isProblem } = await import('@app/platform');
  const { faultWords, problemWords } = await import('../import/import-words.js');
  const headings = headingsOf(options['column']);
  const answer = await get(ImportPeopleFile).execute({
    organisation: String(options['organisation']),
    path: resolve(io.folder, file),
    roles: options['role'] as Role[],
    invite: Boolean(options['invite']),
    sheet: options['sheet'] as string | undefined,
    dryRun: Boolean(options['dryRun']),
    headings,
    progress: (share) => io.json || io.warn(`${Math.round(share * 100)} %`),
  });
  if (isProblem(answer)) return refused(problemWords(answer));
  const { state, rowsRead, added, known, skipped, sheet, sheets } = answer.import;
  if (sheets.length > 1) io.say(`Sheet "${sheet}" of: ${sheets.join(', ')}.`);
  const faults = await faultsOf(get, answer.import);
  for (const fault of faults) io.say(faultWords(fault));
  io.say(`${rowsRead} lines: ${added} ${answer.import.dryRun ? 'would be added' : 'added'}, ${known} known already, ${skipped} with faults.`);
  const facts = { state, dryRun: answer.import.dryRun, continued: answer.continued, sheet, sheets, rowsRead, added, known, skipped, mapping: answer.mapping, faults };
  // Lines that were left out are named: the rest is done, and whoever corrects them imports the same file again.
  return done(facts);
}

async function faultsOf(get: GetUseCase, { id, organisationId }: { id: string; organisationId: string }): Promise<readonly LineFault[]> {
  const { ReadPeopleImports } = await import('@app/identity');
  const { Actor, isProblem } = await import('@app/platform');
  const page = await get(ReadPeopleImports).faults(Actor.system(organisationId), id, { first: 10_000 });
  return isProblem(page) ? [] : page.rows.map(({ line, field, cell, reason, values, cells }) => ({ line, field, cell, reason, values, cells }));
}

const COLUMN = /^([a-zA-Z]+)=(.+)$/;

function column(text: string, before: readonly string[] = []): readonly string[] {
  if (!COLUMN.test(text)) throw new InvalidArgumentError('Write field=heading, such as --column "email=Contact address".');
  return [...before, text];
}

function headingsOf(given: unknown): Readonly<Partial<Record<ImportField, string>>> {
  const pairs = ((given ?? []) as string[]).map((text) => COLUMN.exec(text));
  return Object.fromEntries(pairs.map((pair): [string, string] => [pair?.[1] ?? '', pair?.[2] ?? '']));
}
