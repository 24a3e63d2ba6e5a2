import { columns, type DataCatalogue, of } from './table-data.js';
import { SESSION } from './ledger.data.js';

/** Who was there, and who said that he would not be: counts that an organisation owes to those who pay. */
export const agendasData: DataCatalogue = {
  // The reason "ill" is about health; that the absence was excused is what counts.
  absence_notice: {
    ...{ topic: 'schedule', fate: 'emptied', about: of('person_id'), others: 'announced_by decided_by' },
    empties: { reason: `'other'`, version: 't.version + 1' },
    columns: columns({
      none: 'id organisation_id person_id first_day first_half last_day last_half during state version announced_by announced_at decided_by decided_at',
      sensitive: 'reason',
    }),
  },
  // A certificate may tell of health: seen by the person and by who decides, gone two years later or with the person.
  absence_proof: {
    ...{ topic: 'schedule', fate: 'erased', about: of('person_id'), others: 'added_by bytes', shows: { photo: `'/files/absence-proofs/' || t.id` } },
    expires: { from: 't.added_at', days: 730, choice: { name: 'proofs', least: 30, most: 1_825 } },
    columns: columns({ none: 'id organisation_id absence_id person_id media_type width height added_by added_at', sensitive: 'bytes' }),
  },
  agenda_visit: { topic: 'schedule', fate: 'erased', about: of('person_id'), columns: columns({ none: 'person_id seen_at' }) },
  attendance_mark: {
    ...{ topic: 'schedule', fate: 'evidence', about: of('person_id'), others: 'recorded_by', shows: { session: SESSION } },
    columns: columns({ none: 'id organisation_id occurrence_id person_id unit status minutes_late source recorded_by recorded_at supersedes' }),
  },
  calendar_feed: {
    ...{ topic: 'schedule', fate: 'erased', about: of('person_id') },
    columns: columns({ none: 'id organisation_id person_id kind resource_id version created_at renewed_at read_at revoked_at', personal: 'language', secret: 'token_hash' }),
  },
  calendar_invitation: { topic: 'schedule', fate: 'erased', about: of('person_id'), columns: columns({ none: 'organisation_id occurrence_id person_id state told_at told_by strand slot' }) },
  calendar_strand: { topic: 'schedule', fate: 'erased', about: of('person_id'), columns: columns({ none: 'organisation_id series_id strand person_id state sequence told_at told_by' }) },
  calendar_scope: { topic: 'organisation', fate: 'nobody', others: 'chosen_by', columns: columns({ none: 'organisation_id scope_id title chosen_by chosen_at' }) },
  reminder_set: { topic: 'messages', fate: 'nobody', others: 'changed_by', columns: columns({ none: 'id organisation_id scope_id version changed_by changed_at' }) },
  reminder_rule: { topic: 'messages', fate: 'nobody', columns: columns({ none: 'organisation_id set_id position trigger kinds parts first_only amount unit weekday at_time texts notes' }) },
};
