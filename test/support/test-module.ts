import { Changes, Database, PlatformModule, Settings } from '@app/platform';
import { Module, type ModuleMetadata, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { DataSource } from 'typeorm';
import { openTestDatabase, type TestDatabase } from './test-database.js';

/** A test database with the use cases of the named modules on top. */
export interface TestModule extends TestDatabase {
  readonly settings: Settings;
  get<T>(token: Type<T>): T;
}

/** Settings as npm start would make them, with a key for stored secrets. */
export function testSettings(changes: Partial<Settings> = {}): Settings {
  return Object.assign(new Settings(), { SECRET_KEY: 'only-for-tests-only-for-tests-only', ...changes });
}

/**
 * Opens a database of its own and the modules as the app's root module would, without any server:
 *
 *     const test = await openTestModule([IdentityModule]);
 *     const signIn = test.get(SignIn);
 */
export async function openTestModule(
  modules: ModuleMetadata['imports'],
  options: { connections?: number; settings?: Partial<Settings>; providers?: ModuleMetadata['providers']; replace?: readonly (readonly [Type<unknown>, unknown])[] } = {},
): Promise<TestModule> {
  const test = await openTestDatabase({ connections: options.connections });
  const settings = testSettings(options.settings);

  @Module({ providers: [{ provide: DataSource, useValue: test.source }], exports: [DataSource] })
  class TestSource {}

  const platform = PlatformModule.with(settings);
  const builder = Test.createTestingModule({ imports: [{ module: TestSource, global: true }, platform, ...(modules ?? [])], providers: options.providers });
  for (const [token, value] of options.replace ?? []) builder.overrideProvider(token).useValue(value);
  const module = await builder.compile();
  await module.init();
  return {
    ...test,
    settings,
    database: module.get(Database),
    changes: module.get(Changes),
    get: (token) => module.get(token, { strict: false }),
    close: async () => {
      await module.close();
      await test.close();
    },
  };
}
