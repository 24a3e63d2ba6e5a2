/** One statement as the owner of the database. */
export type Ask = <Row>(sql: string) => Promise<Row[]>;

const APP_ROLE = 'tremplin_app';

interface TableFacts {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly required: boolean; readonly default: string | null }[];
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
  readonly policies: readonly string[];
  readonly rights: readonly string[];
}

const TABLES = `
  select c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
        'default', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select json_agg(conname || ' ' || pg_get_constraintdef(oid) order by conname) from pg_constraint where conrelid = c.oid and contype <> 'n'), '[]') as constraints,
    coalesce((select json_agg(pg_get_indexdef(i.indexrelid) order by i.indexrelid::regclass::text) from pg_index i
      where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '[]') as indexes,
    coalesce((select json_agg(polname || ' for ' || polroles::regrole[]::text || ' using (' || coalesce(pg_get_expr(polqual, polrelid), '') || ') with check ('
        || coalesce(pg_get_expr(polwithcheck, polrelid), '') || ')' order by polname) from pg_policy where polrelid = c.oid), '[]') as policies,
    coalesce((select json_agg(lower(privilege_type) order by privilege_type) from aclexplode(c.relacl) where grantee = to_regrole('${APP_ROLE}')), '[]') as rights
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ('public', 'app') and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations'
  order by c.relname`;

const FUNCTIONS = `
  select p.oid::regprocedure::text as name, p.prosecdef as definer, coalesce(array_to_string(p.proconfig, ', '), '') as settings,
    has_function_privilege('${APP_ROLE}', p.oid, 'execute') as callable
  from pg_proc p where p.pronamespace = 'app'::regnamespace order by 1`;

interface FunctionFacts {
  readonly name: string;
  readonly definer: boolean;
  readonly settings: string;
  readonly callable: boolean;
}

/** docs/database.md: what the migrations make, as PostgreSQL itself writes it back. */
export async function databasePage(ask: Ask): Promise<string> {
  const tables = await ask<TableFacts>(TABLES);
  const functions = await ask<FunctionFacts>(FUNCTIONS);
  return `${[INTRODUCTION, ...tables.map(tableSection), functionSection(functions)].join('\n\n')}\n`;
}

function tableSection(table: TableFacts): string {
  const columns = table.columns.map((column) => `| ${column.name} | ${column.type} | ${column.required ? 'yes' : ''} | ${column.default === null ? '' : code(column.default)} |`);
  const lists = [
    ['Constraints', table.constraints],
    ['Indexes', table.indexes],
    ['Policies', table.policies],
  ] as const;
  const shown = lists.filter(([, lines]) => lines.length > 0).map(([title, lines]) => `${title}:\n\n${lines.map((line) => `- ${code(line)}`).join('\n')}`);
  const rights = `The application may: ${table.rights.length > 0 ? table.rights.join(', ') : 'nothing, but through functions'}.`;
  return [`## ${table.name}`, ['| column | type | required | default |', '|---|---|---|---|', ...columns].join('\n'), ...shown, rights].join('\n\n');
}

function functionSection(functions: readonly FunctionFacts[]): string {
  const rows = functions.map(({ name, definer, settings, callable }) => `| ${code(name)} | ${definer ? 'its owner' : 'the caller'} | ${callable ? 'yes' : 'no'} | ${code(settings)} |`);
  return ['## Functions', ['| function | works as | application may call it | settings |', '|---|---|---|---|', ...rows].join('\n')].join('\n\n');
}

/** A vertical bar would end the cell of a table. */
const code = (text: string): string => (text === '' ? '' : `\`${text.replaceAll('|', '\\|').replace(/\s+/g, ' ')}\``);

const INTRODUCTION = `# Database

What the migrations make, written back by PostgreSQL: columns, constraints, indexes, row-level security, rights, functions. A test compares it
with the migrated database; \`npm run database:print\` writes it again. The words are explained in the migrations themselves
(\`libs/schema/src/migrations\`).`;
