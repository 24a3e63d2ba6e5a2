import { Injectable } from '@nestjs/common';
import { type Actor, Database, isUuid, Jobs, NotFound } from '@app/platform';
import { type DataExport, PrivacyStore } from '../persistence/privacy.store.js';
import { makeExportJob } from './make-export.job.js';

/** All that is kept about the person signed in, and nothing about others; made by the worker, fetched with the session, gone after a week. */
@Injectable()
export class ExportMyData {
  constructor(
    private readonly database: Database,
    private readonly store: PrivacyStore,
    private readonly jobs: Jobs,
  ) {}

  /** One that is being made is not asked for twice. */
  execute(actor: Actor): Promise<DataExport | NotFound> {
    return this.database.as(actor, async (tx) => {
      if (!actor.personId) return new NotFound('account');
      const latest = await this.store.latestExport(tx);
      if (latest?.state === 'asked') return latest;
      const asked = await this.store.askExport(tx, actor.personId);
      await this.jobs.put(tx, makeExportJob, { exportId: asked.id, personId: actor.personId });
      return asked;
    });
  }

  latest(actor: Actor): Promise<DataExport | undefined> {
    return this.database.as(actor, (tx) => this.store.latestExport(tx));
  }

  content(actor: Actor, exportId: string): Promise<object | NotFound> {
    return this.database.as(actor, async (tx) => (isUuid(exportId) ? await this.store.exportContent(tx, exportId) : undefined) ?? new NotFound('data-export'));
  }
}
