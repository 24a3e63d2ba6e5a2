import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment, type Settings } from '@app/platform';
import { migrate } from '@app/schema';
import { DataFolder, type Installation } from '../installation/data-folder.js';
import { type DatabaseAddresses, startEmbedded } from '../installation/embedded.js';
import { Lock } from '../installation/lock.js';
import { namedDatabase } from '../installation/open-database.js';
import { usablePort } from '../installation/ports.js';
import { type Io } from '../io.js';
import { Mailbox } from '../mailbox/mailbox.js';
import { Refusal } from '../refusal.js';
import { withUseCases } from '../use-cases.js';
import { AppLog } from './app-log.js';
import { claimPort } from './checks.js';
import { type Closers } from './closers.js';
import { DatabaseWatch } from './database-watch.js';
import { Supervised } from './supervised.js';
import { openWaysIn, type WaysIn } from './ways-in.js';

const LOCK_PATIENCE = 60_000;
const PORT_PATIENCE = 20_000;
const READY_PATIENCE = 120_000;

/** Everything that runs after the start. */
export interface Running {
  readonly url: string;
  readonly folder: DataFolder;
  readonly mailbox?: Mailbox;
  readonly waysIn: WaysIn;
}

/** Brings an installation up, one thing after the other; each is stopped again by `closers`, in reverse order. */
export class Start {
  constructor(
    private readonly settings: Settings,
    private readonly io: Io,
    private readonly closers: Closers,
    private readonly stop: AbortSignal,
  ) {}

  async execute(): Promise<Running> {
    const named = namedDatabase(this.settings);
    const folder = await DataFolder.open(this.settings.DATA_FOLDER);
    const lock = await this.lock(folder);
    await claimPort(this.settings, lock.tookOver ? PORT_PATIENCE : 0);
    const addresses = named ?? (await this.embedded(folder));
    const installation = await folder.readOrCreate((line) => this.io.warn(line));
    this.stop.throwIfAborted();
    await this.migrate(addresses);
    const waysIn = await this.waysIn(addresses, installation);
    this.stop.throwIfAborted();
    const mailbox = this.settings.SMTP_URL ? undefined : await this.mailbox(folder, installation);
    await this.apps(folder, this.environment(folder, installation, addresses, mailbox));
    const url = this.settings.publicUrl;
    await lock.announce(url);
    return { url, folder, mailbox, waysIn };
  }

  private async lock(folder: DataFolder): Promise<Lock> {
    const lock = await Lock.take(folder, 'start', LOCK_PATIENCE);
    if (lock instanceof Lock) {
      this.closers.add(() => lock.release());
      if (lock.tookOver) this.io.warn('The last run was not stopped properly (killed, or the machine went down). Its data are kept; going on from there.');
      return lock;
    }
    const where = lock.url ? `at ${lock.url} ` : '';
    throw Refusal.because(`Tremplin already runs ${where}with the data folder ${folder.path} ("${lock.command}", process ${lock.pid}).`, 'Stop it with Ctrl-C where it was started, or start a second one beside it: DATA_FOLDER=/another/folder PORT=3001 npm start');
  }

  private async embedded(folder: DataFolder): Promise<DatabaseAddresses> {
    this.io.say('Starting the database…');
    const embedded = await startEmbedded(folder, this.io);
    const watch = new DatabaseWatch(embedded, (line) => this.io.warn(line));
    this.closers.add(() => watch.stop());
    return embedded.addresses;
  }

  private async migrate(addresses: DatabaseAddresses): Promise<void> {
    const ran = await migrate(addresses);
    if (ran.length > 0) this.io.say(`Brought the database to the present schema (${ran.length} migrations).`);
  }

  private waysIn({ appUrl, ownerUrl }: DatabaseAddresses, { secretKey, demoPassword }: Installation): Promise<WaysIn> {
    const options = { ownerUrl, demoPassword, wantsDemo: this.settings.DEMO };
    return withUseCases(this.settings, { appUrl, secretKey }, (get) => openWaysIn(get, options));
  }

  private async mailbox(folder: DataFolder, installation: Installation): Promise<Mailbox> {
    const ports = { smtp: await usablePort(installation.ports['smtp']), mailbox: await usablePort(installation.ports['mailbox'] ?? this.settings.PORT + 25) };
    const mailbox = await Mailbox.open({ host: '127.0.0.1', names: ['localhost', '127.0.0.1'], smtpPort: ports.smtp, webPort: ports.mailbox, file: folder.file('mailbox.jsonl') });
    this.closers.add(() => mailbox.close());
    const known = await folder.readOrCreate((line) => this.io.warn(line));
    await folder.write({ ...known, ports: { ...known.ports, ...ports } });
    return mailbox;
  }

  /** The owner's address stays here: api and worker must not be able to do what only a migration may. */
  private environment(folder: DataFolder, installation: Installation, addresses: DatabaseAddresses, mailbox: Mailbox | undefined): NodeJS.ProcessEnv {
    return childEnvironment({
      DATA_FOLDER: folder.path,
      DATABASE_URL: addresses.appUrl,
      DATABASE_OWNER_URL: undefined,
      QUEUE_DATABASE_URL: addresses.queueUrl,
      SECRET_KEY: this.settings.SECRET_KEY ?? installation.secretKey,
      SMTP_URL: this.settings.SMTP_URL ?? mailbox?.smtpUrl,
    });
  }

  private async apps(folder: DataFolder, environment: NodeJS.ProcessEnv): Promise<void> {
    this.io.say('Starting api and worker…');
    const givenUp: string[] = [];
    const apps = ['api', 'worker'].map((name) => this.app(name, folder, environment, (reason) => givenUp.push(reason)));
    this.closers.add(async () => {
      await Promise.all(apps.map((app) => app.stop()));
    });
    for (const app of apps) app.start();
    await this.untilReady(givenUp);
    for (const app of apps) app.settle();
  }

  private app(name: string, folder: DataFolder, environment: NodeJS.ProcessEnv, onGivingUp: (reason: string) => void): Supervised {
    const log = new AppLog(folder.file(`${name}.log`), (line) => this.io.warn(`${name}: ${line}`));
    this.closers.add(() => log.close());
    const main = join(import.meta.dirname, '../../../', name, 'src/main.js');
    return new Supervised({ name, main, environment, log, warn: (line) => this.io.warn(line), onGivingUp });
  }

  private async untilReady(givenUp: readonly string[]): Promise<void> {
    const host = ['0.0.0.0', '::'].includes(this.settings.HOST) ? '127.0.0.1' : this.settings.HOST;
    const address = `http://${host.includes(':') ? `[${host}]` : host}:${this.settings.PORT}/health/ready`;
    let last = 'no answer';
    for (const until = performance.now() + READY_PATIENCE; performance.now() < until; await pause(100)) {
      this.stop.throwIfAborted();
      if (givenUp.length > 0) throw new Refusal(givenUp);
      const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) }).catch((error: unknown) => error);
      if (answer instanceof Response && answer.ok) return;
      last = answer instanceof Response ? `${answer.status} ${(await answer.text()).slice(0, 500)}` : last;
    }
    throw Refusal.because(`Tremplin was not ready within ${READY_PATIENCE / 1_000} s. ${address} says: ${last}.`, `The logs api.log and worker.log in ${this.settings.DATA_FOLDER} say why.`);
  }
}
