import { mkdir, open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { JobHandlers, Settings } from '@app/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lineOf } from '../domain/erasure-record.js';
import { noteErasureJob } from './note-erasure.job.js';

/** Where erasures are noted outside of the database. */
export const erasuresFile = ({ ERASURES_FILE, DATA_FOLDER }: Pick<Settings, 'ERASURES_FILE' | 'DATA_FOLDER'>): string => resolve(ERASURES_FILE ?? join(DATA_FOLDER, 'erasures.jsonl'));

/** Appends each erasure to a file that no restore of the database rolls back. A line that is there twice does no harm. */
@Injectable()
export class ErasureNotes implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.handlers.register(noteErasureJob, ({ erasureId, personId, organisationId }) => this.append(lineOf({ erasureId, personId, organisationId: organisationId ?? null })));
  }

  private async append(line: string): Promise<void> {
    const path = erasuresFile(this.settings);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a', 0o600);
    try {
      await file.write(line);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
