import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileRefused } from '@app/platform';
import { LARGEST_FILE } from '../http/file-bodies.js';

/** Lays the body of a request on the disk for as long as the work lasts. The limit holds also where no length was announced. */
export async function withSpooledFile<T>(body: Readable, work: (path: string) => Promise<T>): Promise<T | FileRefused> {
  const folder = await mkdtemp(join(tmpdir(), 'tremplin-upload-'));
  const path = join(folder, 'file');
  try {
    await pipeline(body, bounded(LARGEST_FILE), createWriteStream(path));
    return await work(path);
  } catch (error) {
    if (error instanceof TooLarge) return new FileRefused('file.too-large', { max: LARGEST_FILE });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

class TooLarge extends Error {}

function bounded(most: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > most) done(new TooLarge());
      else done(null, chunk);
    },
  });
}
