import { type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IdentityModule } from '@app/identity';
import { LedgerModule } from '@app/ledger';
import { createLog, NestLog, PlatformModule, Settings } from '@app/platform';
import { DatabaseModule } from '@app/schema';

/** What the settings of this process lack when the installation is the embedded one. */
export interface InstallationSettings {
  readonly appUrl: string;
  readonly secretKey?: string;
}

/** Use cases of the contexts, without any server: `get(CreateSetupLink)`. */
export type GetUseCase = <T>(useCase: Type<T>) => T;

/** Contexts whose use cases commands call; add yours here. */
const contexts = [IdentityModule, LedgerModule];

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

class UseCases {}
