import { columns, type DataCatalogue } from './table-data.js';

const OF_IMPORT = 'select i.created_at from people_import i where i.id = t.import_id';

/** Lists that an organisation brought in; they name many people, known and unknown. */
export const peopleImportData: DataCatalogue = {
  column_mapping: { topic: 'imports', fate: 'nobody', columns: columns({ none: 'organisation_id kind header_key mapping used_at' }) },
  people_import: {
    ...{ topic: 'imports', fate: 'passing', quotes: 'file_name' },
    expires: {
      from: 't.created_at',
      days: 365,
      when: `not exists (select from people_import_fault f where f.import_id = t.id) and not exists (select from people_import_chunk c where c.import_id = t.id)`,
    },
    columns: columns({
      none: `id organisation_id state file_digest sheet sheets header wishes dry_run cancel_asked rows_total line rows_read added known skipped arrivals refusal created_by
        created_at started_at finished_at`,
      personal: 'file_name',
    }),
  },
  people_import_chunk: {
    ...{ topic: 'imports', fate: 'passing' },
    expires: { from: `(${OF_IMPORT})`, days: 7 },
    columns: columns({ none: 'organisation_id import_id number', personal: 'bytes' }),
  },
  people_import_fault: {
    ...{ topic: 'imports', fate: 'passing', quotes: 'values cells' },
    expires: { from: `(${OF_IMPORT})`, days: 30 },
    columns: columns({ none: 'organisation_id import_id line number field cell reason', personal: 'values cells' }),
  },
};
