import { Injectable } from '@nestjs/common';
import { Recipients } from '@app/messages';
import { type Tx } from '@app/platform';
import { type ImportedPerson } from '../domain/people-import/import-row.js';
import { type PeopleImport } from '../persistence/people-import.store.js';
import { type ImportCounts, type ImportedMember, ImportTargets, sumOf } from './import-targets.js';
import { WelcomeImported } from './welcome-imported.js';

/** What follows for the people of a batch: the address and a welcome for the new ones, and the way into a cohort where that was wished. */
@Injectable()
export class ImportFollowUp {
  constructor(
    private readonly recipients: Recipients,
    private readonly welcomeImported: WelcomeImported,
    private readonly targets: ImportTargets,
  ) {}

  async welcome(tx: Tx, running: PeopleImport, newcomers: readonly (ImportedPerson & { readonly personId: string })[]): Promise<void> {
    const reachable = newcomers.flatMap(({ personId, email, language }) => (email ? [{ personId, email, language: language ?? undefined }] : []));
    await this.recipients.putAll(tx, running.organisationId, reachable);
    await this.welcomeImported.execute(tx, running, newcomers);
  }

  /** What the import came to there so far, this batch included; undefined where it leads nowhere. */
  async lead(tx: Tx, { organisationId, wishes, dryRun }: PeopleImport, { soFar, people }: { readonly soFar: ImportCounts; readonly people: readonly ImportedMember[] }): Promise<ImportCounts | undefined> {
    if (!wishes.target) return undefined;
    const { kind, id } = wishes.target;
    return sumOf(soFar, await this.targets.get(kind).receive(tx, { organisationId, id, dryRun, soFar }, people));
  }
}
