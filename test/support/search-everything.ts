import { type TestDatabase } from './test-database.js';

/** "table.column" of every row in the whole database (queue and outbox too) whose text, JSON or bytes hold one of the words. */
export async function searchEverything(test: TestDatabase, words: readonly string[]): Promise<readonly string[]> {
  const places = await test.asOwner<{ schema: string; tab: string; col: string; type: string }>(`
    select n.nspname as schema, c.relname as tab, a.attname as col, format_type(a.atttypid, null) as type
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind = 'r'
      and (format_type(a.atttypid, null) in ('text', 'jsonb', 'json', 'bytea', 'citext', 'name') or format_type(a.atttypid, null) like 'character%' or format_type(a.atttypid, null) like 'text[]')
    order by 1, 2, 3`);
  const found: string[] = [];
  for (const { schema, tab, col, type } of places) {
    const text = type === 'bytea' ? `encode("${col}", 'escape')` : `"${col}"::text`;
    const [row] = await test.asOwner<{ n: number }>(`select count(*)::int as n from "${schema}"."${tab}" t, unnest($1::text[]) as word where strpos(lower(${text}), lower(word)) > 0`, [words]);
    if ((row?.n ?? 0) > 0) found.push(`${tab}.${col}`);
  }
  return found;
}
