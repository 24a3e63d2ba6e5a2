import { type QueryRunner } from 'typeorm';
import { migrations } from '../../libs/schema/src/migrations/index.js';

/**
 * What a program of the release before may stumble over while, or after, a migration runs: something that it reads is gone or has another
 * name or type, or something that it writes is refused.
 */
const TIGHTENING: readonly (readonly [string, RegExp])[] = [
  ['drops a table', /\bdrop table (?:if exists )?([\w, ]+)/gi],
  ['drops a column', /\balter table (?:only )?(\w+)[^;]*\bdrop (?:column )?(?!constraint|not null|default|identity|expression)\w/gi],
  ['renames', /\balter table (?:only )?(\w+)[^;]*\brename\b/gi],
  ['changes a type', /\balter table (?:only )?(\w+)[^;]*\balter (?:column )?\w+ (?:set data )?type\b/gi],
  ['forbids null', /\balter table (?:only )?(\w+)[^;]*\bset not null\b/gi],
  ['adds a column that has to be given', /\balter table (?:only )?(\w+)[^;]*\badd (?:column )?(?!constraint)\w+ [^,;]*\bnot null\b(?![^,;]*\bdefault\b)/gi],
  ['drops a function', /\bdrop function (?:if exists )?([\w.]+)/gi],
];

/** What a migration does to tables that were there before it. */
function tightened(statements: readonly string[]): readonly string[] {
  const sql = statements.join(';\n').replace(/--.*$/gm, '');
  const own = new Set([...sql.matchAll(/\bcreate (?:unlogged )?table (?:if not exists )?(\w+)/gi)].map(([, name]) => name));
  const replaced = new Set([...sql.matchAll(/\bcreate (?:or replace )?function ([\w.]+)/gi)].map(([, name]) => name));
  return TIGHTENING.flatMap(([what, pattern]) =>
    [...sql.matchAll(pattern)].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()).filter((name) => !own.has(name) && !replaced.has(name)).map((name) => `${what}: ${name}`)),
  );
}

async function statementsOf(migration: (typeof migrations)[number]): Promise<readonly string[]> {
  const statements: string[] = [];
  await new migration().up({ query: async (sql: string) => void statements.push(sql) } as unknown as QueryRunner);
  return statements;
}

describe('migrations that run while programs of the release before still answer', () => {
  it.each([
    ['drop table person', 'drops a table: person'],
    ['alter table person drop column claimed_at', 'drops a column: person'],
    ['alter table person drop claimed_at', 'drops a column: person'],
    ['alter table person rename column claimed_at to since', 'renames: person'],
    ['alter table site alter column name type varchar(10)', 'changes a type: site'],
    ['alter table site alter column name set not null', 'forbids null: site'],
    ['alter table site add column floor integer not null', 'adds a column that has to be given: site'],
    ['drop function app.now()', 'drops a function: app.now'],
  ])('case 97: the rule finds %j', (sql, found) => expect(tightened([sql])).toEqual([found]));

  it.each(['alter table site add column floor integer', 'alter table site add floor integer not null default 0', 'create table x (a int); alter table x drop column a', 'drop index site_name', 'alter table site alter column name drop not null', 'alter table site drop constraint site_name_shown'])(
    'case 97: the rule lets %j pass',
    (sql) => expect(tightened([sql])).toEqual([]),
  );

  it('case 97: no migration takes away or tightens what the programs before it read or write', async () => {
    const found: string[] = [];
    for (const migration of migrations) for (const what of tightened(await statementsOf(migration))) found.push(`${migration.name} ${what}`);
    expect(found).toEqual([]);
    expect(migrations.length).toBeGreaterThan(40);
  });
});
