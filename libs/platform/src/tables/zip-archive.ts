import { type Readable, Transform } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { FileRefused, TableBroken, type TableLimits } from './table.js';

const MOST_ENTRIES = 2_000;
/** XML packs well, but no honest sheet packs a thousand times; a bomb does. */
const HIGHEST_RATIO = 1_000;

/** The parts of a zip file by name, unpacked as streams that break off at the limits, whatever the directory of the file claims. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: TableLimits,
  ) {}

  /** Throws TableBroken for what is no zip file, has too many parts or names a part twice. */
  static open(path: string, limits: TableLimits): Promise<ZipArchive> {
    return new Promise((resolve, reject) => {
      // yauzl refuses absolute names, drive letters and ".." by itself, and checks sizes while unpacking.
      open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }, (error, zip) => {
        if (error) return reject(broken('file.damaged'));
        const entries = new Map<string, Entry>();
        const fail = (reason: string): void => {
          zip.close();
          reject(broken(reason));
        };
        zip.on('error', () => fail('file.damaged'));
        zip.on('end', () => resolve(new ZipArchive(zip, entries, limits)));
        zip.on('entry', (entry: Entry) => {
          if (entries.size >= MOST_ENTRIES || entries.has(entry.fileName)) return fail('file.bomb');
          if (entry.isEncrypted()) return fail('file.encrypted');
          entries.set(entry.fileName, entry);
          zip.readEntry();
        });
        zip.readEntry();
      });
    });
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The unpacked part; ends with TableBroken beyond the limit. */
  async read(name: string, most = this.limits.unpacked): Promise<Readable> {
    const entry = this.entries.get(name);
    if (!entry) throw broken('file.damaged');
    const limit = Math.min(most, entry.compressedSize * HIGHEST_RATIO + 65_536);
    if (entry.uncompressedSize > limit) throw broken(entry.uncompressedSize > most ? 'file.unpacks-too-large' : 'file.bomb', { max: most });
    const packed = await new Promise<Readable>((resolve, reject) => this.zip.openReadStream(entry, (error, stream) => (error ? reject(broken('file.damaged')) : resolve(stream))));
    const bounded = new Bounded(limit, most);
    packed.on('error', () => bounded.destroy(broken('file.damaged')));
    bounded.on('close', () => packed.destroy());
    return packed.pipe(bounded);
  }

  close(): void {
    this.zip.close();
  }
}

class Bounded extends Transform {
  private seen = 0;

  constructor(
    private readonly limit: number,
    private readonly most: number,
  ) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error?: Error | null, data?: Buffer) => void): void {
    this.seen += chunk.length;
    if (this.seen > this.limit) done(broken('file.unpacks-too-large', { max: this.most }));
    else done(null, chunk);
  }
}

export function broken(reason: string, values: Readonly<Record<string, string | number>> = {}): TableBroken {
  return new TableBroken(new FileRefused(reason, values));
}
