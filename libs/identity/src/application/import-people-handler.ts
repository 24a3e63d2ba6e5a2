import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, type JobRun } from '@app/platform';
import { ImportFiles } from './import-files.js';
import { type ImportRef, importPeopleJob } from './import-people.job.js';
import { RunPeopleImport } from './run-people-import.js';

/** Does the job: lays the file on this machine's disk for the time of the run. */
@Injectable()
export class ImportPeopleHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly files: ImportFiles,
    private readonly run: RunPeopleImport,
  ) {}

  onModuleInit(): void {
    this.handlers.register(importPeopleJob, (payload, run) => this.handle(payload, run));
  }

  private async handle({ importId }: ImportRef, job: JobRun): Promise<void> {
    const { actor, signal } = job;
    await this.files.onDisk(actor, importId, { use: (path) => this.run.execute(actor, { importId, path, signal, progress: (share) => job.progress(share) }), signal });
    // Unfinished because the worker stops: the job has to come again.
    signal.throwIfAborted();
  }
}
