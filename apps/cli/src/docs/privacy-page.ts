import { type DataCatalogue, dataCatalogue, dataClasses, type TableData } from '@app/schema';

/** docs/privacy.md: what every table holds about people, what an erasure does to it and when it goes by itself. */
export function privacyPage(catalogue: DataCatalogue = dataCatalogue): string {
  const tables = Object.entries(catalogue).sort(([a], [b]) => a.localeCompare(b));
  const about = tables.filter(([, table]) => table.fate !== 'nobody').map(([name, table]) => `| ${name} | ${table.topic} | ${table.fate} | ${goes(table)} | ${quotes(table)} |`);
  const sections = tables.map(([name, table]) => {
    const lines = dataClasses.map((dataClass) => [dataClass, columnsOf(table, dataClass)] as const).filter(([, columns]) => columns.length > 0);
    return [`### ${name}`, '', ...lines.map(([dataClass, columns]) => `- ${dataClass}: ${columns.join(', ')}`)].join('\n');
  });
  const overview = ['| table | topic | at an erasure | goes by itself | words of others are blotted out in |', '|---|---|---|---|---|', ...about].join('\n');
  return `${[INTRODUCTION, overview, '## Columns', ...sections].join('\n\n')}\n`;
}

const columnsOf = (table: TableData, dataClass: string): readonly string[] => Object.entries(table.columns).flatMap(([column, its]) => (its === dataClass ? [column] : []));

function goes({ expires, cleaner, fate }: TableData): string {
  if (!expires) return fate === 'evidence' ? 'with the organisation' : 'no';
  const when = expires.days === 0 ? 'at once' : `after ${expires.days} days`;
  return cleaner ? `${when} (\`${cleaner}\`)` : when;
}

const quotes = ({ quotes: columns }: TableData): string => columns?.split(/\s+/).join(', ') ?? '';

const INTRODUCTION = `# Privacy

Every column of every table has a class (none, personal, sensitive, secret) and every table a rule: what becomes of its rows when the person whom
they are about is erased, and when they go by themselves. The rules are declared in \`libs/schema/src/privacy\`, laid into the database by every
migration run, and carried out there: erasure, export and the daily tick read them, so nothing can be declared and not done. A test compares them
with the migrated database and fails for a column without a class. This page is printed from the code: \`npm run docs:print\`.

At an erasure rows are *erased* (deleted), *emptied* (the row stays without its words, so that counts of the past stay right), kept as *evidence*
(they hold ids only: proof that the organisation owes to others) or are *passing* (work in progress that may name anybody; gone within the days
given). What other people wrote, and what may name anybody, is blotted out by a job that follows the erasure. Backups are the operator's: what was
erased is in them until they are overwritten. Workers note every erasure, by ids alone, in a file outside of the database (ERASURES_FILE); after a
restore \`npm run --silent tremplin -- privacy again\` erases anew whom the restored database does not know to be erased (\`--dry-run\` counts them).`;
