import { type Call, type CliCommand, done, refused } from '../command.js';
import { type GetUseCase } from '../use-cases.js';

export const command: CliCommand = {
  name: 'zones',
  summary: 'Lets everything planned keep its time on the wall after the rules of a time zone changed; the worker does it by itself after an update.',
  syntax: (syntax) => syntax.option('--dry-run', 'only say how much would be moved'),
  run: async (call) => {
    const { withInstalledUseCases } = await import('../use-cases.js');
    return withInstalledUseCases(call, 'zones', (get) => keepWallTimes(call, get));
  },
};

async function keepWallTimes({ options, io }: Call, get: GetUseCase) {
  const { FollowZoneRules, KeepWallTimes } = await import('@app/ledger');
  const dryRun = Boolean(options['dryRun']);
  const organisations = await get(FollowZoneRules).organisations();
  const sum = { occurrences: 0, absences: 0, clashes: 0 };
  for (const organisationId of organisations) {
    const kept = await get(KeepWallTimes).execute(organisationId, { dryRun });
    sum.occurrences += kept.occurrences;
    sum.absences += kept.absences;
    sum.clashes += kept.clashes.length;
  }
  const facts = { rules: process.versions.tz, dryRun, organisations: organisations.length, ...sum };
  io.say(`Rules ${process.versions.tz}: ${sum.occurrences} planned and ${sum.absences} absences ${dryRun ? 'would move' : 'moved'}, in ${organisations.length} organisations.`);
  return sum.clashes === 0 ? done(facts) : refused([`${sum.clashes} clashes: what would overlap stayed where it was; its coordinators were told.`], facts);
}
