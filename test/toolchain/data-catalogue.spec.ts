import { dataCatalogue, type TableData } from '@app/schema';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const words = (list = ''): readonly string[] => list.split(/\s+/).filter(Boolean);
const classed = (table: TableData, ...classes: readonly string[]) => Object.entries(table.columns).flatMap(([column, its]) => (classes.includes(its) ? [column] : []));
const tablesThat = (isWrong: (table: TableData) => boolean) => Object.entries(dataCatalogue).flatMap(([name, table]) => (isWrong(table) ? [name] : []));

describe('the data catalogue (libs/schema/src/privacy)', () => {
  let test: TestDatabase;
  let columns: readonly { table: string; column: string; type: string; required: boolean }[];

  beforeAll(async () => {
    test = await openTestDatabase();
    columns = await test.asOwner(`
      select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, a.attnotnull as required
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
      order by 1, a.attnum`);
  });
  afterAll(() => test.close());

  it('case 95: gives every column of the database a class, and names no other', () => {
    const standing = columns.map(({ table, column }) => `${table}.${column}`).sort();
    const declared = Object.entries(dataCatalogue).flatMap(([name, table]) => Object.keys(table.columns).map((column) => `${name}.${column}`));
    expect({ unlabelled: standing.filter((one) => !declared.includes(one)), gone: declared.filter((one) => !standing.includes(one)) }).toEqual({ unlabelled: [], gone: [] });
  });

  it('says whose the rows are wherever an erasure has to find them', () => {
    expect(tablesThat(({ fate, about }) => (fate === 'nobody' || fate === 'passing') === (about !== undefined))).toEqual([]);
  });

  it('keeps as evidence only what holds no words about a person', () => {
    expect(tablesThat((table) => table.fate === 'evidence' && classed(table, 'personal', 'sensitive', 'secret').length > 0)).toEqual([]);
  });

  it('lets personal words stand in rows about nobody only where they are blotted out', () => {
    expect(tablesThat((table) => table.fate === 'nobody' && classed(table, 'personal', 'sensitive').some((column) => !words(table.quotes).includes(column)))).toEqual([]);
  });

  it('makes everything passing pass', () => {
    expect(tablesThat(({ fate, expires }) => fate === 'passing' && expires === undefined)).toEqual([]);
  });

  it('empties columns into something they accept', () => {
    const stuck = columns.filter(({ table, column, required }) => {
      const rule = dataCatalogue[table];
      return rule?.fate === 'emptied' && required && classed(rule, 'personal', 'sensitive', 'secret').includes(column) && !rule.empties?.[column];
    });
    expect(stuck).toEqual([]);
  });

  it('blots out in text and jsonb only, and leaves out of exports only what exists', () => {
    const wrong = Object.entries(dataCatalogue).flatMap(([name, table]) => [
      ...words(table.quotes).filter((column) => !columns.some((one) => one.table === name && one.column === column && ['text', 'jsonb'].includes(one.type))),
      ...words(table.others).filter((column) => !(column in table.columns)),
    ]);
    expect(wrong).toEqual([]);
  });

  it('lies in the database as it is written here, in SQL that runs', async () => {
    const rules = await test.asOwner<{ table_name: string; about: string | null; from: string | null; when: string | null; shows: Record<string, string> }>(
      'select table_name, about, expires_from as from, expires_when as when, shows from app.data_rule',
    );
    expect(rules.map((rule) => rule.table_name).sort()).toEqual(Object.keys(dataCatalogue).sort());
    for (const { table_name, about, from, when, shows } of rules.filter((rule) => rule.table_name !== 'data_rule' && rule.table_name !== 'clock_offset')) {
      const shown = Object.values(shows).map((sql) => `(${sql})`);
      await test.asOwner(`select ${['1', ...shown].join(', ')} from ${table_name} t where (${about ?? 'true'}) and (${from ?? 'null'} < app.now() or ${when ?? 'true'}) and ($1::uuid[] is null or $2::text[] is null)`, [[], []]);
    }
  });
});
