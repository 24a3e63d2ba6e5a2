import { columns, type DataCatalogue, of } from './table-data.js';

const FORGET = 'app.forget_sign_ins';

/** How a human gets in. The account belongs to the human, not to an organisation. */
export const signInData: DataCatalogue = {
  account: {
    ...{ topic: 'account', fate: 'erased', about: of('person_id') },
    columns: columns({ none: 'person_id email_verified_at password_changed_at language state version created_at', personal: 'email name', secret: 'password_hash' }),
  },
  address_change: {
    ...{ topic: 'sign-in', fate: 'erased', about: of('person_id') },
    expires: { from: 't.asked_at', days: 30 },
    columns: columns({ none: 'id person_id session_id asked_at confirmed_at ended_at', personal: 'old_email new_email' }),
  },
  address_change_token: {
    ...{ topic: 'sign-in', fate: 'erased', about: 't.change_id in (select c.id from address_change c where c.person_id = any ($1))' },
    columns: columns({ none: 'change_id part made_at', secret: 'token_hash' }),
  },
  api_key: {
    ...{ topic: 'organisation', fate: 'nobody' },
    columns: columns({ none: 'id organisation_id person_id name beginning role scopes created_by created_at expires_at last_used_on revoked_at version', secret: 'key_hash' }),
  },
  platform_admin: { topic: 'account', fate: 'erased', about: of('person_id'), others: 'granted_by', columns: columns({ none: 'person_id granted_at granted_by' }) },
  recovery_code: { topic: 'sign-in', fate: 'erased', about: of('person_id'), columns: columns({ none: 'person_id used_at', secret: 'code_hash' }) },
  second_factor: { topic: 'sign-in', fate: 'erased', about: of('person_id'), columns: columns({ none: 'person_id activated_at last_step created_at', secret: 'secret' }) },
  session: {
    ...{ topic: 'sign-in', fate: 'erased', about: of('person_id'), cleaner: FORGET },
    expires: { from: 'least(t.ended_at, t.expires_at)', days: 180 },
    columns: columns({
      none: 'id person_id way second_factor created_at last_used_at expires_at renewal_due renewed_at replaces ended_at end_reason',
      personal: 'device network',
      secret: 'token_hash',
    }),
  },
  setup_link: {
    ...{ topic: 'machinery', fate: 'passing' },
    expires: { from: 't.expires_at', days: 7 },
    columns: columns({ none: 'created_at expires_at', secret: 'token_hash' }),
  },
  sign_in_identity: {
    ...{ topic: 'sign-in', fate: 'erased', about: of('person_id') },
    columns: columns({ none: 'id person_id provider_id linked_at last_used_at', personal: 'subject label' }),
  },
  // Addresses stand there as digests only.
  sign_in_limit: {
    ...{ topic: 'sign-in', fate: 'passing', cleaner: FORGET },
    expires: { from: 't.ends_at', days: 0 },
    columns: columns({ none: 'key attempts ends_at' }),
  },
  sign_in_link: {
    ...{ topic: 'sign-in', fate: 'erased', about: of('person_id'), cleaner: FORGET },
    expires: { from: 't.expires_at', days: 7 },
    columns: columns({ none: 'id kind person_id provider_id created_at expires_at used_at', personal: 'subject', secret: 'browser_hash' }),
  },
  sign_in_link_token: {
    ...{ topic: 'sign-in', fate: 'erased', about: 't.link_id in (select l.id from sign_in_link l where l.person_id = any ($1))' },
    columns: columns({ none: 'link_id made_at', secret: 'token_hash' }),
  },
  sign_in_provider: {
    ...{ topic: 'organisation', fate: 'nobody' },
    columns: columns({ none: 'id organisation_id name issuer client_id domains enabled version created_at', secret: 'client_secret' }),
  },
};
