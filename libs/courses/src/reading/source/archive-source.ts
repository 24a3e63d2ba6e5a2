import { basename } from 'node:path';
import { type Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { type FindingCode, type Findings } from '../findings/finding.js';
import { type CurriculumSource } from './curriculum-source.js';
import { folderLimits, isKeepable, shownPath, type SourceLimits, SKIPPED_FOLDERS } from './folder-source.js';

const MEGABYTE = 1024 * 1024;
/** Text packs ten to thirty times, never this much; a bomb does. */
const HIGHEST_RATIO = 200;
const SLACK = 1024 * 1024;
const LINK_MODE = 0o120000;
const MODE_MASK = 0o170000;

/** A source that holds a file open. */
export interface ArchiveSource extends CurriculumSource {
  close(): void;
}

class Refused extends Error {
  constructor(
    readonly code: FindingCode,
    readonly file: string,
  ) {
    super(code);
  }
}

/**
 * The files of a zip archive, each unpacked into memory when it is read and never onto the disk, so that no name in it can lead anywhere.
 * Names that could (case 31), archives beyond the limits and bombs (case 30) are refused from the directory, and the limits hold again
 * while unpacking, whatever the directory claims. Archives inside are files like others: nothing opens them.
 */
export async function openArchive(path: string, findings: Findings, options: { readonly name?: string; readonly limits?: SourceLimits } = {}): Promise<ArchiveSource | undefined> {
  const limits = options.limits ?? folderLimits;
  const name = (options.name ?? basename(path)).replace(/\.zip$/i, '');
  let zip: ZipFile | undefined;
  try {
    zip = await openZip(path);
    const directory = await new Directory(limits, findings).read(zip);
    return source(zip, { name, entries: withoutTopFolder(directory), limits, findings });
  } catch (error) {
    zip?.close();
    const refused = error instanceof Refused ? error : new Refused(isUnsafeName(error) ? 'ARCHIVE_UNSAFE_NAME' : 'ARCHIVE_DAMAGED', name);
    return void findings.refuse(refused.code, refused.file, { values: { limit: refused.code === 'TOO_MANY_FILES' ? limits.files : limits.megabytes } });
  }
}

const isUnsafeName = (error: unknown): boolean => error instanceof Error && /relative path|absolute path|characters in fileName/i.test(error.message);

function openZip(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // strictFileNames: yauzl itself refuses "..", absolute names, drive letters and backslashes.
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: true }, (error, zip) => (error ? reject(error) : resolve(zip)));
  });
}

class Directory {
  private readonly entries = new Map<string, Entry>();
  private readonly folded = new Set<string>();
  private bytes = 0;

  constructor(
    private readonly limits: SourceLimits,
    private readonly findings: Findings,
  ) {}

  read(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
    return new Promise((resolve, reject) => {
      zip.on('error', reject);
      zip.on('end', () => resolve(this.entries));
      zip.on('entry', (entry: Entry) => {
        try {
          this.take(entry);
          zip.readEntry();
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
      zip.readEntry();
    });
  }

  private take(entry: Entry): void {
    const { fileName } = entry;
    if (/\p{Cc}/u.test(fileName)) throw new Refused('ARCHIVE_UNSAFE_NAME', fileName.replace(/\p{Cc}/gu, '?'));
    if (entry.isEncrypted()) throw new Refused('ARCHIVE_ENCRYPTED', fileName);
    if (fileName.endsWith('/')) return;
    if (this.folded.has(fileName.normalize('NFC').toLowerCase())) throw new Refused('ARCHIVE_NAME_TWICE', fileName);
    this.folded.add(fileName.normalize('NFC').toLowerCase());
    if (!isKeepable(fileName)) return this.findings.warn('NAME_UNREADABLE', shownPath(fileName));
    if (isLink(entry)) return this.findings.warn('SYMLINK', fileName);
    if (fileName.split('/').some((part) => SKIPPED_FOLDERS.has(part) || part === '__MACOSX')) return;
    this.weigh(entry);
  }

  private weigh(entry: Entry): void {
    this.bytes += entry.uncompressedSize;
    if (this.folded.size > this.limits.files) throw new Refused('TOO_MANY_FILES', '.');
    if (entry.uncompressedSize > entry.compressedSize * HIGHEST_RATIO + SLACK) throw new Refused('ARCHIVE_BOMB', entry.fileName);
    if (this.bytes > this.limits.megabytes * MEGABYTE) throw new Refused('TOO_LARGE', '.');
    if (entry.uncompressedSize > this.limits.megabytesPerFile * MEGABYTE) this.findings.warn('FILE_TOO_LARGE', entry.fileName, { values: { limit: this.limits.megabytesPerFile } });
    else this.entries.set(entry.fileName, entry);
  }
}

const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & MODE_MASK) === LINK_MODE;

/** Archives of a folder hold that folder; its name is no part of the course's paths. */
function withoutTopFolder(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const tops = new Set([...entries.keys()].map((path) => (path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : '')));
  const [top = ''] = tops;
  if (tops.size !== 1 || top === '' || /^\d/.test(top)) return entries;
  return new Map([...entries].map(([path, entry]) => [path.slice(top.length), entry]));
}

function source(zip: ZipFile, made: { name: string; entries: ReadonlyMap<string, Entry>; limits: SourceLimits; findings: Findings }): ArchiveSource {
  const { entries, limits, findings } = made;
  return {
    name: made.name,
    paths: [...entries.keys()].sort(),
    close: () => zip.close(),
    read: async (path) => {
      const entry = entries.get(path);
      if (!entry) throw new Error(`${path} is not part of this curriculum.`);
      try {
        return await unpack(zip, entry, Math.min(entry.uncompressedSize, limits.megabytesPerFile * MEGABYTE));
      } catch {
        // One damaged part refuses the archive: half a course would be taken for the whole one.
        findings.refuse('ARCHIVE_DAMAGED', path);
        return Buffer.alloc(0);
      }
    },
  };
}

async function unpack(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => zip.openReadStream(entry, (error, readable) => (error ? reject(error) : resolve(readable))));
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Error('larger than its directory says');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
