import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ImportedPerson } from '../domain/people-import/import-row.js';
import { type PeopleImport } from '../persistence/people-import.store.js';
import { type ImportCounts, type ImportedMember, ImportTargets, sumOf } from './import-targets.js';
import { WelcomeImported } from './welcome-imported.js';

/** What follows for the people of a batch: a welcome for the new ones, and the way into a cohort where that was wished. */
@Injectable()
export class ImportFollowUp {
  constructor(
    private readonly welcomeImported: WelcomeImported,
    private readonly targets: ImportTargets,
  ) {}

  welcome(tx: Tx, running: PeopleImport, newcomers: readonly (ImportedPerson & { readonly personId: string })[]): Promise<void> {
    return this.welcomeImported.execute(tx, running, newcomers);
  }

  /** What the import came to there so far, this batch included; undefined where it leads nowhere. */
  async lead(tx: Tx, { organisationId, wishes, dryRun }: PeopleImport, { soFar, people }: { readonly soFar: ImportCounts; readonly people: readonly ImportedMember[] }): Promise<ImportCounts | undefined> {
    if (!wishes.target) return undefined;
    const { kind, id } = wishes.target;
    return sumOf(soFar, await this.targets.get(kind).receive(tx, { organisationId, id, dryRun, soFar }, people));
  }
}
