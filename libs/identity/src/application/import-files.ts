import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, Database } from '@app/platform';
import { PeopleImportStore } from '../persistence/people-import.store.js';

/** Lists as they were uploaded: every process can lay one on its own disk for the time of a call. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly database: Database,
    private readonly imports: PeopleImportStore,
  ) {}

  async onDisk<T>(actor: Actor, importId: string, { use, signal }: { readonly use: (path: string) => Promise<T>; readonly signal?: AbortSignal }): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'tremplin-import-'));
    const path = join(folder, 'list');
    try {
      await pipeline(Readable.from(this.chunks(actor, importId)), createWriteStream(path), { signal });
      return await use(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async *chunks(actor: Actor, importId: string): AsyncGenerator<Buffer, void, undefined> {
    for (let number = 0; ; number++) {
      const chunk = await this.database.as(actor, (tx) => this.imports.chunk(tx, importId, number));
      if (!chunk) return;
      yield chunk;
    }
  }
}
