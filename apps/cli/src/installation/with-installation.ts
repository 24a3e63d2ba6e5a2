import { type Settings } from '@app/platform';
import { type Io } from '../io.js';
import { type GetUseCase, withUseCases } from '../use-cases.js';
import { DataFolder } from './data-folder.js';
import { type DatabaseAddresses } from './embedded.js';
import { withDatabase } from './open-database.js';

/** An installation as commands see it: its database, its secrets, its use cases. */
export interface OpenInstallation {
  readonly get: GetUseCase;
  readonly addresses: DatabaseAddresses;
  readonly demoPassword: string;
}

/** Runs work on this installation, which starts for as long as the work lasts where it does not run already. */
export function withInstallation<T>(settings: Settings, io: Io, command: string, work: (installation: OpenInstallation) => Promise<T>): Promise<T> {
  return withDatabase(settings, io, command, async (addresses) => {
    const folder = await DataFolder.open(settings.DATA_FOLDER);
    const { secretKey, demoPassword } = await folder.readOrCreate((line) => io.warn(line));
    return withUseCases(settings, { appUrl: addresses.appUrl, secretKey }, (get) => work({ get, addresses, demoPassword }));
  });
}
