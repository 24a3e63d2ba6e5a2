import { columns, type DataCatalogue, of } from './table-data.js';

const YEAR = 365;

/** Change log, jobs, requests, clocks. */
export const platformData: DataCatalogue = {
  change: {
    ...{ topic: 'trail', fate: 'evidence', about: of('person_id'), others: 'actor_id' },
    expires: { from: 't.at', days: 2 * YEAR },
    columns: columns({ none: 'id at organisation_id subject_kind subject_id version kind person_id actor_id request_id data' }),
  },
  change_consumer: { topic: 'machinery', fate: 'nobody', columns: columns({ none: 'name subject_kinds' }) },
  change_work: {
    ...{ topic: 'machinery', fate: 'passing', quotes: 'last_error' },
    expires: { from: 't.parked_at', days: YEAR },
    columns: columns({ none: 'id consumer organisation_id subject_kind subject_id change_kind change_id at not_before attempts parked_at', personal: 'last_error' }),
  },
  clock_offset: { topic: 'machinery', fate: 'nobody', columns: columns({ none: 'only_row ahead' }) },
  clock_tick: { topic: 'machinery', fate: 'nobody', columns: columns({ none: 'name ran_at' }) },
  data_rule: {
    ...{ topic: 'machinery', fate: 'nobody' },
    columns: columns({ none: 'table_name topic fate about wherever expires_from expires_days expires_when empties hidden quotes shows may_name retention retention_least retention_most' }),
  },
  job: {
    ...{ topic: 'machinery', fate: 'passing', quotes: 'last_error' },
    expires: { from: 't.failed_at', days: 90, when: `t.state = 'failed'` },
    columns: columns({
      none: 'id organisation_id name queue key payload state run_at queued_at lease leased_until starts attempts progress request_id created_at failed_at',
      personal: 'last_error',
    }),
  },
  remembered_request: {
    ...{ topic: 'requests', fate: 'erased', about: of('actor_id'), quotes: 'answer', cleaner: 'app.forget_requests' },
    expires: { from: 't.at', days: 1 },
    columns: columns({ none: 'actor_id request_id fingerprint state lease lease_until at', personal: 'answer' }),
    others: 'answer fingerprint',
  },
  worker_heartbeat: { topic: 'machinery', fate: 'nobody', columns: columns({ none: 'id host pid started_at beat_at' }) },
};
