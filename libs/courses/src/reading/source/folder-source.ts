import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { type Findings } from '../findings/finding.js';
import { type CurriculumSource } from './curriculum-source.js';

export interface SourceLimits {
  readonly megabytes: number;
  readonly files: number;
  readonly megabytesPerFile: number;
  /** The only name in the folder that is looked at. */
  readonly only?: string;
}

export const folderLimits: SourceLimits = { megabytes: 200, files: 20_000, megabytesPerFile: 20 };

const MEGABYTE = 1024 * 1024;
/** Folders that hold tools or packages, never a curriculum. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', '.github', '.vscode', '.devcontainer', 'node_modules', '__pycache__', '.ipynb_checkpoints', '.venv', 'venv', '.idea', '.next', 'site-packages']);
/** What a path of a course may be: the database keeps it, and every system can write it again. */
const LONGEST_PATH = 500;
export const isKeepable = (path: string): boolean => path.length <= LONGEST_PATH && !/[\p{Cc}\uFFFD]/u.test(path) && path.isWellFormed();
export const shownPath = (path: string): string => path.replace(/\p{Cc}/gu, '?').toWellFormed().slice(0, 200);

/**
 * The files below a folder. Links are reported and not followed, so nothing outside the folder can be read; a folder beyond the limits
 * is refused before its files are read. Answers undefined when `findings` holds the reason.
 */
export async function openFolder(path: string, findings: Findings, limits: SourceLimits = folderLimits): Promise<CurriculumSource | undefined> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isFolder) return void findings.refuse('NOT_A_FOLDER', basename(path));
  const root = await realpath(path);
  const walk = new FolderWalk(root, findings, limits);
  if (!(await walk.run())) return undefined;
  const known = new Set(walk.paths);
  return {
    name: basename(root),
    paths: walk.paths.sort(),
    read: async (file) => {
      if (!known.has(file)) throw new Error(`${file} is not part of this curriculum.`);
      return readFile(join(root, ...file.split('/'))).catch((error: unknown) => {
        // One file that cannot be read refuses the folder: half a course would be taken for the whole one.
        findings.refuse('FILE_UNREADABLE', file, { values: { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' } });
        return Buffer.alloc(0);
      });
    },
  };
}

class FolderWalk {
  readonly paths: string[] = [];
  private bytes = 0;
  private readonly folded = new Map<string, string>();

  constructor(
    private readonly root: string,
    private readonly findings: Findings,
    private readonly limits: SourceLimits,
  ) {}

  /** False when the folder is beyond the limits. */
  async run(): Promise<boolean> {
    await this.enter(this.root);
    if (this.paths.length > this.limits.files) this.findings.refuse('TOO_MANY_FILES', '.', { values: { limit: this.limits.files } });
    else if (this.bytes > this.limits.megabytes * MEGABYTE) this.findings.refuse('TOO_LARGE', '.', { values: { limit: this.limits.megabytes } });
    else return true;
    return false;
  }

  private get isFull(): boolean {
    return this.paths.length > this.limits.files || this.bytes > this.limits.megabytes * MEGABYTE;
  }

  private async enter(folder: string): Promise<void> {
    for await (const entry of await opendir(folder)) {
      if (this.isFull) return;
      if (this.limits.only !== undefined && entry.name !== this.limits.only) continue;
      const path = join(folder, entry.name);
      const shown = relative(this.root, path).split(sep).join('/');
      if (!isKeepable(shown)) this.findings.warn('NAME_UNREADABLE', shownPath(shown));
      else if (entry.isSymbolicLink()) this.findings.warn('SYMLINK', shown);
      else if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) await this.enter(path);
      else if (entry.isFile()) await this.add(path, shown);
    }
  }

  private async add(path: string, shown: string): Promise<void> {
    const { size } = await stat(path);
    this.bytes += size;
    const folded = shown.normalize('NFC').toLowerCase();
    const other = this.folded.get(folded);
    if (other !== undefined) this.findings.warn('NAME_CASE', shown, { values: { target: other } });
    this.folded.set(folded, shown);
    if (size > this.limits.megabytesPerFile * MEGABYTE) this.findings.warn('FILE_TOO_LARGE', shown, { values: { limit: this.limits.megabytesPerFile } });
    else this.paths.push(shown);
  }
}
