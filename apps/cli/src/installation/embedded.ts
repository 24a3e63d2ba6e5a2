import { Client, escapeIdentifier } from 'pg';
import { type Io } from '../io.js';
import { findBinaries } from './binaries.js';
import { Cluster } from './cluster.js';
import { type DataFolder, type Installation } from './data-folder.js';
import { Keeper } from './keeper.js';
import { usablePort } from './ports.js';
import { databaseUser, type SystemUser } from './unprivileged.js';

/** How processes reach the database. */
export interface DatabaseAddresses {
  /** Migrates and creates roles. */
  readonly ownerUrl: string;
  /** The powerless role of api and worker. */
  readonly appUrl: string;
  /** For the queue and LISTEN: never through a transaction pooler. */
  readonly queueUrl: string;
}

const DATABASE = 'tremplin';
const APP_LOGIN = 'tremplin_login';

/** The embedded PostgreSQL of a data folder: started, with our database in it. */
export interface Embedded {
  readonly addresses: DatabaseAddresses;
  readonly keeper: Keeper;
  /** Starts it again at the same address, after it ended by itself. */
  restart(): Promise<Keeper>;
}

/** Starts the embedded PostgreSQL of this folder, making or mending what is missing. The caller holds the folder's lock. */
export async function startEmbedded(folder: DataFolder, io: Io): Promise<Embedded> {
  const user = databaseUser();
  const known = await folder.readOrCreate((line) => io.warn(line));
  const name = known.cluster ?? (await newCluster(folder, user, io));
  const binaries = await findBinaries(user);
  const cluster = await Cluster.prepare({ folder, name, password: known.superuserPassword, binaries, user, io });
  const port = await usablePort(known.ports['database']);
  const options = { folder, cluster, binaries, port, password: known.superuserPassword, io };
  const installation = { ...known, cluster: name, ports: { ...known.ports, database: port } };
  await folder.write(installation);
  const keeper = await Keeper.start(options);
  await createDatabase(addressesOf(installation, 'postgres').ownerUrl);
  return { addresses: addressesOf(installation), keeper, restart: () => Keeper.start(options) };
}

async function newCluster(folder: DataFolder, user: SystemUser | undefined, io: Io): Promise<string> {
  const name = await Cluster.place(folder, user);
  await Cluster.setAsideStranger(folder, name, io);
  return name;
}

/** Addresses inside the embedded server of the last run; right as long as it runs. */
export function addressesOf(installation: Installation, database = DATABASE): DatabaseAddresses {
  const url = (login: string, password: string): string => `postgres://${login}:${password}@127.0.0.1:${installation.ports['database']}/${database}`;
  const appUrl = url(APP_LOGIN, installation.applicationPassword);
  return { ownerUrl: url('postgres', installation.superuserPassword), appUrl, queueUrl: appUrl };
}

async function createDatabase(adminUrl: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await admin.query(`create database ${escapeIdentifier(DATABASE)}`);
  } finally {
    await admin.end();
  }
}
