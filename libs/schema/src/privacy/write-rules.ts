import { type Client } from 'pg';
import { dataCatalogue } from './index.js';
import { type DataClass, names, type TableData } from './table-data.js';

const WRITE = `
  insert into app.data_rule (table_name, topic, fate, about, wherever, expires_from, expires_days, expires_when, empties, hidden, quotes, shows, may_name, retention, retention_least, retention_most)
  select * from jsonb_to_recordset($1::jsonb) as r(table_name text, topic text, fate text, about text, wherever boolean,
    expires_from text, expires_days integer, expires_when text, empties jsonb, hidden text[], quotes text[], shows jsonb, may_name boolean, retention text, retention_least integer, retention_most integer)`;

/** Lays the catalogue into the database, where erasure, export and retention read it. */
export async function writeDataRules(owner: Client): Promise<void> {
  const rules = Object.entries(dataCatalogue).map(([name, table]) => ruleOf(name, table));
  await owner.query('begin');
  await owner.query('delete from app.data_rule');
  await owner.query(WRITE, [JSON.stringify(rules)]);
  await owner.query('commit');
}

function ruleOf(name: string, table: TableData): object {
  return {
    ...{ table_name: name, topic: table.topic, fate: table.fate, about: table.about, wherever: table.wherever ?? false },
    ...{ expires_from: table.expires?.from, expires_days: table.expires?.days, expires_when: table.expires?.when },
    ...choiceOf(table),
    empties: table.fate === 'emptied' ? { ...nulls(table), ...table.empties } : {},
    hidden: [...columnsOf(table, 'secret'), ...names(table.others)],
    quotes: names(table.quotes),
    shows: table.shows ?? {},
    may_name: mayName(table),
  };
}

function choiceOf({ expires }: TableData): object {
  const { name, least, most } = expires?.choice ?? {};
  return { retention: name, retention_least: least, retention_most: most };
}

/** Whether passing rows still name somebody after he was erased: not even the job that blots out can read a file in bytes. */
const mayName = (table: TableData): boolean => table.fate === 'passing' && columnsOf(table, 'personal', 'sensitive').some((column) => !names(table.quotes).includes(column));

const columnsOf = (table: TableData, ...classes: readonly DataClass[]): readonly string[] =>
  Object.entries(table.columns).flatMap(([column, dataClass]) => (classes.includes(dataClass) ? [column] : []));

const nulls = (table: TableData): Record<string, string> => Object.fromEntries(columnsOf(table, 'personal', 'sensitive', 'secret').map((column) => [column, 'null']));
