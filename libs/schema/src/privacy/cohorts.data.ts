import { columns, type DataCatalogue, of } from './table-data.js';

/** The cohort of a place, so that its person recognises it. */
const COHORT = `(select jsonb_build_object('name', c.name, 'startsOn', c.starts_on, 'endsOn', c.ends_on, 'state', c.state) from cohort c where c.id = t.cohort_id)`;

/** Editions of courses: who had a place is evidence that the centre owes to those who pay; who waited in vain is not. */
export const cohortsData: DataCatalogue = {
  cohort: {
    ...{ topic: 'learning', fate: 'nobody' },
    columns: columns({
      none: `id organisation_id course_id course_version_id name site_id zone language capacity minimum starts_on ends_on registration_opens_at registration_closes_at
        demands_prerequisites state seat_pool_id version created_by created_at`,
    }),
  },
  cohort_group: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id cohort_id name' }) },
  cohort_session: {
    ...{ topic: 'schedule', fate: 'nobody' },
    columns: columns({ none: 'occurrence_id organisation_id cohort_id series_id group_id module_id' }),
  },
  enrolment: {
    ...{ topic: 'learning', fate: 'evidence', about: of('person_id'), shows: { cohort: COHORT } },
    columns: columns({ none: 'id organisation_id cohort_id person_id group_id state way enrolled_at state_since version' }),
  },
  session_change: {
    ...{ topic: 'schedule', fate: 'evidence', about: of('actor_id'), others: 'undone_by before' },
    columns: columns({ none: 'id organisation_id cohort_id kind following actor_id at before undone_at undone_by' }),
  },
  session_lesson: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'organisation_id occurrence_id lesson_id position' }) },
  session_series: { topic: 'schedule', fate: 'nobody', columns: columns({ none: 'id organisation_id cohort_id group_id rule created_by created_at' }) },
  waiting_place: {
    ...{ topic: 'learning', fate: 'erased', about: of('person_id'), shows: { cohort: COHORT } },
    columns: columns({ none: 'organisation_id cohort_id person_id number since' }),
  },
};
