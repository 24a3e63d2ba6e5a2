import { columns, type DataCatalogue, of } from './table-data.js';
import { peopleImportData } from './people-import.data.js';
import { signInData } from './sign-in.data.js';

/** How long an organisation may need to show who took part, after somebody left it. */
const YEARS_AFTER_LEAVING = 5 * 365;

const ROLES = `membership m where m.organisation_id = t.organisation_id and m.person_id = t.person_id`;

/** Organisations, people and what is remembered of acts. */
export const identityData: DataCatalogue = {
  ...signInData,
  ...peopleImportData,
  audit_entry: {
    ...{ topic: 'trail', fate: 'evidence', about: of('person_id'), others: 'actor_id personal_digest' },
    columns: columns({ none: 'id organisation_id at actor_kind actor_id action refused subject_kind subject_id person_id request_id facts personal_digest seal' }),
  },
  audit_personal: {
    ...{ topic: 'trail', fate: 'erased', about: of('person_id'), quotes: 'payload' },
    expires: { from: 'uuid_extract_timestamp(t.entry_id)', days: YEARS_AFTER_LEAVING, choice: { name: 'words', least: 365, most: 3_650 } },
    columns: columns({ none: 'entry_id organisation_id person_id', personal: 'payload', secret: 'salt' }),
  },
  audit_seal: { topic: 'trail', fate: 'nobody', columns: columns({ none: 'chain_id number entries previous digest sealed_at' }) },
  data_export: {
    ...{ topic: 'requests', fate: 'erased', about: of('person_id'), others: 'content' },
    expires: { from: 't.asked_at', days: 7 },
    columns: columns({ none: 'id person_id state asked_at ready_at', personal: 'content' }),
  },
  // Gone within minutes: the job deletes it when it is done. Nobody reads it as data about himself.
  erasure: {
    ...{ topic: 'machinery', fate: 'passing' },
    expires: { from: 't.asked_at', days: 7 },
    columns: columns({ none: 'id organisation_id person_id asked_at', personal: 'marks' }),
  },
  invitation: {
    ...{ topic: 'profile', fate: 'erased', about: of('person_id'), others: 'invited_by' },
    columns: columns({ none: 'id organisation_id person_id state expires_at invited_by version created_at closed_at', personal: 'email' }),
  },
  invitation_token: {
    ...{ topic: 'sign-in', fate: 'erased', about: 't.invitation_id in (select i.id from invitation i where i.person_id = any ($1))' },
    columns: columns({ none: 'organisation_id invitation_id created_at', secret: 'token_hash' }),
  },
  membership: {
    ...{ topic: 'profile', fate: 'emptied', about: of('person_id') },
    empties: { state: `'ended'`, ended_at: 'coalesce(t.ended_at, app.now())', version: 't.version + 1' },
    columns: columns({ none: 'id organisation_id person_id role state since ended_at version' }),
  },
  organisation: {
    ...{ topic: 'organisation', fate: 'nobody' },
    columns: columns({ none: 'id name zone languages default_language words is_demo second_factor_demanded retention quiet_from quiet_until digest digest_daily_at digest_weekly_day digest_weekly_at version created_at archived_at' }),
  },
  person: {
    ...{ topic: 'account', fate: 'emptied', about: of('id') },
    empties: { erased_at: 'coalesce(t.erased_at, app.now())' },
    columns: columns({ none: 'id merged_into claimed_at erased_at created_at' }),
  },
  profile: {
    ...{ topic: 'profile', fate: 'emptied', about: of('person_id') },
    empties: { given_name: `'—'`, family_name: `''`, sort_name: `''`, search_text: `''`, archived_at: 'coalesce(t.archived_at, app.now())', version: 't.version + 1' },
    expires: {
      from: `coalesce((select max(m.ended_at) from ${ROLES}), t.archived_at, t.created_at)`,
      days: YEARS_AFTER_LEAVING,
      choice: { name: 'people', least: 365, most: 3_650 },
      when: `t.given_name <> '—' and not exists (select from ${ROLES} and m.state <> 'ended')`,
    },
    columns: columns({
      none: 'id organisation_id person_id site_id language joined_at version created_at archived_at',
      personal: 'given_name family_name email phone reference email_key sort_name search_text',
    }),
    others: 'email_key sort_name search_text',
  },
  share: {
    ...{ topic: 'organisation', fate: 'nobody' },
    columns: columns({ none: 'id organisation_id subject_kind subject_id to_organisation_id right until ended_at version created_at created_by' }),
  },
  site: {
    ...{ topic: 'organisation', fate: 'nobody' },
    columns: columns({ none: 'id organisation_id name street postal_code city country directions zone hosted_by version created_at archived_at' }),
  },
};
