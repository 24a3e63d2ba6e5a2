import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actor, Database, JobHandlers, type JobRun } from '@app/platform';
import { PrivacyStore } from '../persistence/privacy.store.js';
import { blotMentionsJob } from './blot-mentions.job.js';
import { ExportReady } from './export-ready.js';
import { makeExportJob } from './make-export.job.js';

/** Tables are read from end to end: far from what a request may take. */
const LONG = { statementTimeout: 300_000 };

@Injectable()
export class PrivacyHandlers implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly store: PrivacyStore,
    private readonly ready: ExportReady,
  ) {}

  onModuleInit(): void {
    this.handlers.register(makeExportJob, async ({ exportId, personId }, { actor }) => {
      await this.database.as(actor, (tx) => this.store.makeExport(tx, exportId), LONG);
      if (personId) await this.database.as(Actor.person({ personId }), (tx) => this.ready.tell(tx, { exportId, personId }));
    });
    this.handlers.register(blotMentionsJob, ({ erasureId }, run) => this.blot(erasureId, run));
  }

  /** A table at a time, each in a transaction of its own; by what the person is recognised goes last. */
  private async blot(erasureId: string, run: JobRun): Promise<void> {
    const { actor, signal } = run;
    const tables = await this.database.as(actor, (tx) => this.store.tablesWithQuotes(tx));
    for (const [index, table] of tables.entries()) {
      signal.throwIfAborted();
      await this.database.as(actor, (tx) => this.store.blot(tx, erasureId, table), LONG);
      await run.progress((index + 1) / tables.length);
    }
    await this.database.as(actor, (tx) => this.store.finish(tx, erasureId));
  }
}
