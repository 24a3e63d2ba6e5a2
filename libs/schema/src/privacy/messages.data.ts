import { columns, type DataCatalogue, of } from './table-data.js';

const KEPT_DAYS = 400;
const CHOICE = { name: 'messages', least: 30, most: 1_095 };

export const messagesData: DataCatalogue = {
  mail_pace: { topic: 'machinery', fate: 'nobody', columns: columns({ none: 'only_row allowance at' }) },
  message: {
    ...{ topic: 'messages', fate: 'erased', about: of('person_id'), quotes: 'last_error answer', others: 'lease' },
    expires: {
      from: 't.created_at',
      days: KEPT_DAYS,
      choice: CHOICE,
      when: `t.state not in ('due', 'held', 'sending', 'ambiguous') and not exists (select from notice n where n.message_id = t.id) and not exists (select from message d where d.digest_id = t.id)`,
    },
    columns: columns({
      none: `id organisation_id person_id type subject_kind subject_id timing_version rule channel due_at next_at not_after urgent state lease leased_until
        claims attempts times_ambiguous mail_id digest_id created_at sent_at told_at`,
      personal: 'address answer last_error',
    }),
  },
  notice: {
    ...{ topic: 'messages', fate: 'erased', about: of('person_id'), quotes: 'title body' },
    expires: { from: 't.at', days: KEPT_DAYS, choice: CHOICE },
    columns: columns({ none: 'id message_id organisation_id person_id type subject_kind subject_id language link at read_at', personal: 'title body' }),
  },
  paused_address: {
    ...{ topic: 'messages', fate: 'erased', about: 't.address = any ($2)', wherever: true, quotes: 'reason' },
    expires: { from: 't.at', days: KEPT_DAYS },
    columns: columns({ none: 'message_id at', personal: 'address reason' }),
  },
  recipient: {
    ...{ topic: 'messages', fate: 'erased', about: of('person_id') },
    columns: columns({
      none: 'id person_id organisation_id version changed_at chosen_at',
      personal: 'address language zone quiet_from quiet_until channels digest muted_types',
      secret: 'unsubscribe_key',
    }),
  },
};
