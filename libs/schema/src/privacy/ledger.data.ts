import { columns, type DataCatalogue, of } from './table-data.js';

/** What took place, told so that its person recognises it. */
export const SESSION = `(select jsonb_build_object('title', (select c.title from occurrence_card c where c.occurrence_id = o.id order by c.language limit 1),
  'date', o.local_date, 'time', o.local_time, 'zone', o.zone, 'state', o.state) from occurrence o where o.id = t.occurrence_id)`;

const THING = columns({ none: 'id organisation_id kind person_id site_id name seats shared features version created_at archived_at' });

/** Places, times and who was there. Rows of the future are taken back by the ledger itself before a person is erased. */
export const ledgerData: DataCatalogue = {
  attendee: {
    ...{ topic: 'schedule', fate: 'evidence', about: of('person_id'), shows: { session: SESSION } },
    columns: columns({ none: 'organisation_id occurrence_id person_id part state since' }),
  },
  availability: { topic: 'schedule', fate: 'erased', about: of('person_id'), columns: columns({ none: 'organisation_id person_id version', personal: 'zone' }) },
  availability_exception: {
    ...{ topic: 'schedule', fate: 'erased', about: of('person_id') },
    columns: columns({ none: 'id organisation_id person_id', personal: 'on_date opens closes' }),
  },
  availability_rule: {
    ...{ topic: 'schedule', fate: 'erased', about: of('person_id') },
    columns: columns({ none: 'id organisation_id person_id', personal: 'weekday opens closes from_date until_date' }),
  },
  closure: { topic: 'organisation', fate: 'nobody', columns: columns({ none: 'id organisation_id calendar_id kind starts_on ends_on name uid' }) },
  closure_calendar: { topic: 'organisation', fate: 'nobody', columns: columns({ none: 'id organisation_id name public_holidays community version created_at archived_at' }) },
  occurrence: {
    ...{ topic: 'schedule', fate: 'nobody' },
    columns: columns({
      none: `id organisation_id kind state local_date local_time zone starts_at ends_at site_organisation_id site_id held_until uid series_id moved_by_hand
        version timing_version sequence scope_id changed_at created_by created_at`,
    }),
  },
  // "Coaching with Kim": staff may name anybody in a title.
  occurrence_card: {
    ...{ topic: 'schedule', fate: 'nobody', quotes: 'title place bring' },
    columns: columns({ none: 'organisation_id occurrence_id language link', personal: 'title place bring' }),
  },
  reservation: {
    ...{ topic: 'schedule', fate: 'evidence', about: of('resource_id'), shows: { session: SESSION } },
    columns: columns({ none: 'id organisation_id resource_organisation_id resource_id occurrence_id during units part binding expires_at' }),
  },
  resource: { topic: 'schedule', fate: 'evidence', about: of('person_id'), columns: THING },
  room_past: { topic: 'schedule', fate: 'nobody', columns: columns({ none: 'organisation_id occurrence_id resource_organisation_id resource_id left_at' }) },
  seat: { topic: 'schedule', fate: 'erased', about: of('person_id'), columns: columns({ none: 'organisation_id pool_id person_id class state expires_at since' }) },
  seat_class: { topic: 'schedule', fate: 'nobody', columns: columns({ none: 'organisation_id pool_id name capacity' }) },
  seat_pool: { topic: 'schedule', fate: 'nobody', columns: columns({ none: 'id organisation_id subject_kind subject_id version' }) },
  site_calendar: { topic: 'organisation', fate: 'nobody', columns: columns({ none: 'organisation_id site_id calendar_id' }) },
  travel_time: { topic: 'organisation', fate: 'nobody', columns: columns({ none: 'organisation_id from_site_id to_site_id minutes' }) },
  // Of people only that they are away, never why (unavailability_label_on_things).
  unavailability: {
    ...{ topic: 'schedule', fate: 'erased', about: of('resource_id'), others: 'entered_by', quotes: 'label' },
    columns: columns({
      none: 'id organisation_id resource_organisation_id resource_id source version entered_by created_at',
      personal: 'kind during from_date from_time to_date to_time zone source_ref label',
    }),
  },
  zone_rules: { topic: 'machinery', fate: 'nobody', columns: columns({ none: 'one version since' }) },
};
