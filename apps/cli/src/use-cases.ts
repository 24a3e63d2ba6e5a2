import { type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AbsenceTimesModule, AgendasModule } from '@app/agendas';
import { CohortsModule } from '@app/cohorts';
import { CoursesModule } from '@app/courses';
import { IdentityModule } from '@app/identity';
import { LedgerModule } from '@app/ledger';
import { createLog, NestLog, PlatformModule, Settings } from '@app/platform';
import { DatabaseModule } from '@app/schema';
import { type Call } from './command.js';
import { DataFolder } from './installation/data-folder.js';
import { withDatabase } from './installation/open-database.js';

/** What the settings of this process lack when the installation is the embedded one. */
export interface InstallationSettings {
  readonly appUrl: string;
  readonly secretKey?: string;
}

/** Use cases of the contexts, without any server: `get(CreateSetupLink)`. */
export type GetUseCase = <T>(useCase: Type<T>) => T;

/** Contexts whose use cases commands call; add yours here. */
const contexts = [IdentityModule, LedgerModule, AbsenceTimesModule, AgendasModule, CoursesModule, CohortsModule];

/** Runs work with the use cases on this installation's database, as the application's powerless role. */
export async function withUseCases<T>(settings: Settings, installation: InstallationSettings, work: (get: GetUseCase) => Promise<T>): Promise<T> {
  const complete = Object.assign(new Settings(), settings, { DATABASE_URL: installation.appUrl, SECRET_KEY: settings.SECRET_KEY ?? installation.secretKey });
  const log = createLog({ LOG_LEVEL: 'warn' }, 'cli', process.stderr);
  const root = { module: UseCases, imports: [PlatformModule.with(complete), DatabaseModule.open('tremplin-cli'), ...contexts] };
  const app = await NestFactory.createApplicationContext(root, { logger: new NestLog(log), abortOnError: false });
  try {
    return await work((useCase) => app.get(useCase, { strict: false }));
  } finally {
    await app.close();
  }
}

/** The same for a command: on the database that its settings name, or the embedded one, started for as long as the work lasts. */
export async function withInstalledUseCases<T>(call: Call, command: string, work: (get: GetUseCase) => Promise<T>): Promise<T> {
  const settings = call.settings();
  return withDatabase(settings, call.io, command, async ({ appUrl }) => {
    const { secretKey } = await (await DataFolder.open(settings.DATA_FOLDER)).readOrCreate((line) => call.io.warn(line));
    return withUseCases(settings, { appUrl, secretKey }, work);
  });
}

class UseCases {}
