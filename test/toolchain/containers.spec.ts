import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSettings } from '@app/platform';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly target: string };
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly deploy?: { readonly replicas: number };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const repository = process.cwd();
const text = (path: string): string => readFileSync(join(repository, path), 'utf8');

/** No container engine is needed: what the files say is compared with what the repository has. */
describe('docker/', () => {
  const dockerfile = text('docker/Dockerfile');
  const { services } = parse(text('docker/compose.yaml'), { merge: true }) as { services: Record<string, Service> };
  const ours = Object.entries(services).filter(([, service]) => service.build);
  const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name);
  const programs = (words: readonly string[]): readonly string[] => words.filter((word) => /^dist\/.*\.js$/.test(word));
  const sourceOf = (program: string): string => program.replace(/^dist\//, '').replace(/\.js$/, '.ts');

  it('has images for api, worker and web, each built by the compose file', () => {
    expect(stages).toEqual(expect.arrayContaining(['api', 'worker', 'web']));
    expect(new Set(ours.map(([, service]) => service.build?.target))).toEqual(new Set(['api', 'worker', 'web']));
  });

  it('runs two of api and worker on PostgreSQL and Redis, with a mailbox and a proxy in front', () => {
    expect(services['api']?.deploy?.replicas).toBe(2);
    expect(services['worker']?.deploy?.replicas).toBe(2);
    expect(services['postgres']?.image).toMatch(/^postgres:18/);
    expect(services['redis']?.image).toMatch(/^redis:7/);
    expect(services['mailbox']?.command).toContain('mailbox');
    expect(text('docker/web.conf')).toContain('server api:3000 resolve');
  });

  it('starts programs that the build makes, with the commands that npm start and the tests use', () => {
    const cmds = [...dockerfile.matchAll(/^CMD (\[.*\])$/gm)].map(([, json]) => JSON.parse(json ?? '[]') as string[]);
    const commands = [...cmds, ...ours.flatMap(([, service]) => [service.command ?? [], service.entrypoint ?? []])];
    const started = new Set(commands.flatMap(programs));
    expect([...started].sort()).toEqual(['dist/apps/api/src/main.js', 'dist/apps/cli/src/main.js', 'dist/apps/worker/src/main.js']);
    for (const program of started) expect(existsSync(join(repository, sourceOf(program)))).toBe(true);
    const subcommands = ours.flatMap(([, { command = [] }]) => (command.includes('dist/apps/cli/src/main.js') ? [command[command.indexOf('dist/apps/cli/src/main.js') + 1] ?? ''] : []));
    for (const subcommand of subcommands) expect({ subcommand, exists: existsSync(join(repository, `apps/cli/src/commands/${subcommand}.command.ts`)) }).toEqual({ subcommand, exists: true });
  });

  it('sets settings that exist, and gives the owner of the database to migrations and tools alone', () => {
    const known = describeSettings();
    for (const [name, { environment = {} }] of ours) {
      for (const setting of Object.keys(environment)) expect({ name, setting, known: known.has(setting) }).toEqual({ name, setting, known: true });
    }
    expect(ours.filter(([, { environment }]) => environment?.['DATABASE_OWNER_URL']).map(([name]) => name)).toEqual(['migrate', 'tremplin']);
  });

  it('migrates before api and worker start', () => {
    for (const name of ['api', 'worker']) expect(services[name]?.depends_on?.['migrate']).toEqual({ condition: 'service_completed_successfully' });
  });

  it('copies what is there, and holds no password', () => {
    for (const [, paths = ''] of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
      for (const path of paths.split(' ')) expect({ path, exists: existsSync(join(repository, path)) }).toEqual({ path, exists: true });
    }
    for (const line of text('docker/.env.example').split('\n')) expect(line).not.toMatch(/^(OWNER_PASSWORD|APPLICATION_PASSWORD|SECRET_KEY)=./);
    const wanted = [...text('docker/compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name ?? '');
    for (const name of wanted) expect(text('docker/.env.example')).toContain(`${name}=`);
  });
});
