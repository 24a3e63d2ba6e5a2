import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Database, JobHandlers, type JobRun } from '@app/platform';
import { PeopleImportStore } from '../persistence/people-import.store.js';
import { type ImportRef, importPeopleJob } from './import-people.job.js';
import { RunPeopleImport } from './run-people-import.js';

/** Does the job: lays the file on this machine's disk for the time of the run. */
@Injectable()
export class ImportPeopleHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
    private readonly run: RunPeopleImport,
  ) {}

  onModuleInit(): void {
    this.handlers.register(importPeopleJob, (payload, run) => this.handle(payload, run));
  }

  private async handle({ importId }: ImportRef, job: JobRun): Promise<void> {
    const { actor, signal } = job;
    const folder = await mkdtemp(join(tmpdir(), 'tremplin-import-'));
    const path = join(folder, 'list');
    try {
      await pipeline(Readable.from(this.chunks(actor, importId)), createWriteStream(path), { signal });
      await this.run.execute(actor, { importId, path, signal, progress: (share) => job.progress(share) });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    // Unfinished because the worker stops: the job has to come again.
    signal.throwIfAborted();
  }

  private async *chunks(actor: Actor, importId: string): AsyncGenerator<Buffer, void, undefined> {
    for (let number = 0; ; number++) {
      const chunk = await this.database.as(actor, (tx) => this.imports.chunk(tx, importId, number));
      if (!chunk) return;
      yield chunk;
    }
  }
}
