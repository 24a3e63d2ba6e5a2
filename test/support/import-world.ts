import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityModule } from '@app/identity';
import { type Actor } from '@app/platform';
import { Make, type MadeOrganisation } from './make.js';
import { openTestModule, type TestModule } from './test-module.js';

/** A coordinator with lists of people: a new centre for every test, and a folder for the files. */
export interface ImportWorld {
  readonly test: TestModule;
  readonly make: Make;
  readonly centre: MadeOrganisation;
  readonly coordinator: Actor;
  /** Where a file with that content lies now. */
  file(content: string | Buffer, name?: string): Promise<string>;
}

/** Set up and cleared away by the hooks of the file that asks for it; filled when its tests run. */
export function importWorld(): ImportWorld {
  const world = {} as { -readonly [Part in keyof ImportWorld]: ImportWorld[Part] };
  let folder: string;
  beforeAll(async () => {
    world.test = await openTestModule([IdentityModule]);
    world.make = new Make(world.test);
    folder = await mkdtemp(join(tmpdir(), 'people-import-'));
  });
  afterAll(async () => {
    await world.test.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    world.centre = await world.make.organisation({ name: `Centre ${Math.random()}` });
    world.coordinator = await world.make.actor({ organisation: world.centre, roles: ['coordinator'] });
  });
  world.file = async (content, name = 'list.csv') => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  return world;
}
