import { migrations } from '@app/schema';
import { type QueryRunner } from 'typeorm';

export interface DefinerFunction {
  /** "app.busy(uuid[], tstzrange)" without names of parameters. */
  readonly name: string;
  /** The comment above it in its migration. */
  readonly purpose: string;
}

const CREATED = /((?:^[ \t]*--[^\n]*\n)*)^[ \t]*create (?:or replace )?function (app\.\w+)\s*\(([\s\S]*?)\)\s*returns ([\s\S]*?)(?=\$\$|\$query\$|begin atomic|^\s*return )/gim;
const DROPPED = /drop function (?:if exists )?([^;]+)/gi;

/** The functions that see across tenants, as the migrations make them (the tests compare with the database). */
export async function definerFunctions(): Promise<readonly DefinerFunction[]> {
  const functions = new Map<string, DefinerFunction>();
  for (const sql of await statements()) {
    for (const name of droppedIn(sql)) functions.delete(name);
    for (const made of createdIn(sql)) functions.set(made.name, made);
  }
  return [...functions.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function droppedIn(sql: string): readonly string[] {
  return [...sql.matchAll(DROPPED)].flatMap(([, list]) => list?.match(/app\.\w+/g) ?? []);
}

function createdIn(sql: string): readonly DefinerFunction[] {
  return [...sql.matchAll(CREATED)].flatMap(([, comment = '', name = '', , head = '']) =>
    /security definer/i.test(head) ? [{ name, purpose: comment.replace(/^[ \t]*--[ \t]?/gm, '').replace(/\s+/g, ' ').trim() }] : [],
  );
}

/** Every statement of every migration, run against a recorder. */
async function statements(): Promise<readonly string[]> {
  const recorded: string[] = [];
  const runner = { query: async (sql: string) => void recorded.push(sql) } as unknown as QueryRunner;
  for (const Migration of migrations) await new Migration().up(runner);
  return recorded;
}
