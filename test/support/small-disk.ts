import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mount = (folder: string, size: string): boolean => spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', folder], { stdio: 'ignore' }).status === 0;

/** Why no small disk can be had here; undefined where one can: a memory file system needs the right to mount. */
export const noSmallDisk = ((): string | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a small disk is a tmpfs, and only root on Linux may mount one';
  const folder = mkdtempSync(join(tmpdir(), 'tremplin-disk-'));
  const mounted = mount(folder, '1m');
  if (mounted) execFileSync('umount', [folder]);
  rmdirSync(folder);
  return mounted ? undefined : 'this root may not mount a tmpfs';
})();

/** A disk of its own that is soon full, for the user whose files `likeThis` is. Only where `noSmallDisk` is undefined. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'tremplin-disk-'));

  constructor(size: string, likeThis: string) {
    if (!mount(this.folder, size)) throw new Error('The small disk could not be mounted.');
    const { uid, gid } = statSync(likeThis);
    chownSync(this.folder, uid, gid);
  }

  remove(): void {
    execFileSync('umount', ['-l', this.folder]);
    rmdirSync(this.folder);
  }
}
