import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Refusal } from '../refusal.js';

/** PostgreSQL refuses to run as root: then it runs as this user. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** The user as whom the embedded PostgreSQL runs; undefined when we are no root and it runs as ourselves. */
export function databaseUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = ['tremplin', 'postgres', 'nobody'].map(systemUser).find((found) => found !== undefined);
  if (!user) throw Refusal.because('This is root, PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.', 'Start as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL.');
  return user;
}

function systemUser(name: string): SystemUser | undefined {
  const [line] = readFileSync('/etc/passwd', 'utf8').split('\n').filter((each) => each.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined || Number(uid) === 0 ? undefined : { name, uid: Number(uid), gid: Number(gid) };
}

/** Whether the user can walk into this folder through all folders above: asked as that user, not computed. */
export const canEnter = (user: SystemUser, folder: string): boolean => test(user, '-x', folder);

export const canRead = (user: SystemUser, file: string): boolean => test(user, '-r', file);

function test(user: SystemUser, flag: string, path: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test "$1" "$2"', 'sh', flag, path], { uid: user.uid, gid: user.gid, cwd: '/' }).status === 0;
}

/** Gives a folder with all that is in it to the user. Links are not followed. */
export function handOver(user: SystemUser, folder: string): void {
  execFileSync('chown', ['-Rh', `${user.uid}:${user.gid}`, folder]);
}
