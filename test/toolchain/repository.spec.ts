import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoSignIns } from '../../apps/cli/src/demo/sign-ins.js';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly resolved?: string;
}

const repository = process.cwd();
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** What an Apache-2.0 work may be delivered with. */
const ALLOWED = ['MIT', 'MIT-0', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'PostgreSQL', 'Zlib', 'WTFPL', 'MPL-2.0', 'OFL-1.1', 'MIT-CMU'];

const isAllowed = (licence: string): boolean =>
  licence
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((each) => ALLOWED.includes(each)));

describe('the repository', () => {
  const files = existsSync(join(repository, '.git')) ? execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8', maxBuffer: 64 << 20 }).split('\0').filter((path) => path !== '' && existsSync(join(repository, path))) : [];
  const texts = files.filter((path) => !/\.(png|jpe?g|webp|ico|woff2?|zip|xlsx|pdf)$/.test(path) && path !== 'package-lock.json');

  it('is licensed under Apache-2.0, in the file, in package.json and in that of the web app', () => {
    expect(read('LICENSE')).toMatch(/Apache License\s+Version 2\.0/);
    for (const path of ['package.json', 'apps/web/package.json']) expect((JSON.parse(read(path)) as { license: string }).license).toBe('Apache-2.0');
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', '.editorconfig', '.github/workflows/ci.yml', '.github/pull_request_template.md', '.ci/run'])('has %s', (path) => {
    expect(read(path).length).toBeGreaterThan(50);
  });

  it('names in the README everybody as whom the demo centre can be seen', () => {
    expect(demoSignIns('any').map(({ email }) => email).filter((email) => !read('README.md').includes(`\`${email}\``))).toEqual([]);
  });

  it('holds no path of one machine, no host of a package mirror and no key', () => {
    // Written apart, or this file would find itself.
    const traces = new RegExp(['/wo' + 'rk/', '/ro' + 'ot/[a-z.]', '/ho' + 'me/[a-z]+/', 'registry\\.np' + 'mjs', 'deb\\.deb' + 'ian', 'BEGIN [A-Z ]*PRIV' + 'ATE KEY'].join('|'));
    const found = texts.flatMap((path) => read(path).split('\n').flatMap((line, index) => (traces.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])));
    expect(found).toEqual([]);
  });

  it('holds addresses of made-up people only', () => {
    const address = /[\w.+-]+@([\w-]+\.)+[a-z]{2,}/gi;
    const reserved = /@([\w-]+\.)*((not)?example\.(org|com|net)|[\w-]+\.(test|example|invalid)|example|localhost)$/i;
    const found = texts.flatMap((path) => [...read(path).matchAll(address)].map(([mail]) => mail).filter((mail) => !reserved.test(mail) && !/@(\d|v\d|[\w-]+\.(js|ts|tsx|css|mjs))/.test(mail)).map((mail) => `${path}: ${mail}`));
    expect(found).toEqual([]);
  });

  it('names the settings of .ci/run and of GitHub alike: both run npm test', () => {
    expect(read('.ci/run')).toContain('npm --silent test');
    expect(read('.github/workflows/ci.yml')).toContain('bash .ci/run');
    const nodes = /node: \[(.+)\]/.exec(read('.github/workflows/ci.yml'))?.[1];
    expect(nodes).toBe('"20", "22", "24"');
  });

  it('installs packages under licences that may be delivered with it', () => {
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, LockedPackage>> };
    const refused = Object.entries(packages)
      .filter(([path, locked]) => path.startsWith('node_modules/') && !locked.dev && !locked.link && existsSync(join(repository, path)))
      .map(([path, locked]) => ({ path, licence: licenceOf(path, locked) }))
      .filter(({ licence }) => !isAllowed(licence));
    expect(refused).toEqual([]);
  });

  /** Old packages name several, or say it in their own manifest only. */
  function licenceOf(path: string, locked: LockedPackage): string {
    if (locked.license) return locked.license;
    const manifest = JSON.parse(read(join(path, 'package.json'))) as { license?: string | { type?: string }; licenses?: readonly { type: string }[] };
    if (typeof manifest.license === 'string') return manifest.license;
    return manifest.license?.type ?? manifest.licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown';
  }
});
