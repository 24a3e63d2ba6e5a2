import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type BadgeTone } from '~/ui';

export const stateNames: Readonly<Record<string, MessageDescriptor>> = {
  due: msg`waiting`,
  held: msg`kept for the digest`,
  sending: msg`leaving now`,
  ambiguous: msg`perhaps arrived`,
  sent: msg`sent`,
  dropped: msg`no longer needed`,
  withdrawn: msg`withdrawn`,
  failed: msg`failed`,
  discarded: msg`given up`,
};

export const stateTones: Readonly<Record<string, BadgeTone>> = { sent: 'good', failed: 'bad', ambiguous: 'warn', due: 'action', sending: 'action' };

/** Why a letter did not arrive, and what helps. */
export const reasonTexts: Readonly<Record<string, MessageDescriptor>> = {
  NO_ADDRESS: msg`No address is known: enter one under People.`,
  ADDRESS_REFUSED: msg`The mail server of the recipient does not know this address: correct it.`,
  ADDRESS_PAUSED: msg`Earlier letters to this address came back: check it, then send again.`,
  LETTER_REFUSED: msg`The recipient’s mail server refused this letter.`,
  REFUSED_FOR_NOW: msg`The recipient’s mail server is busy: it is tried again.`,
  GIVEN_UP: msg`It was tried many times in vain.`,
  SERVER_AWAY: msg`Our mail server does not answer: it is tried again.`,
  SERVER_REFUSES_US: msg`Our mail server refuses our sign-in: tell whoever runs the installation.`,
  NO_ANSWER: msg`The mail server did not say whether it took the letter: it is sent again under the same number.`,
  TOO_LATE: msg`It would have come too late to be of use.`,
  SWITCHED_OFF: msg`The person has switched these messages off.`,
  NOT_ALLOWED_HERE: msg`This installation sends mail to certain domains only.`,
};

/** What an entry of the audit trail is about. */
export const subjectNames: Readonly<Record<string, MessageDescriptor>> = {
  account: msg`Sign-in`,
  'api-key': msg`API key`,
  'closure-calendar': msg`Closure calendar`,
  invitation: msg`Invitation`,
  occurrence: msg`Booking`,
  organisation: msg`Organisation`,
  'people-import': msg`Import of people`,
  person: msg`Person`,
  equipment: msg`Equipment`,
  resource: msg`Room or equipment`,
  room: msg`Room`,
  session: msg`Device`,
  share: msg`Share`,
  'sign-in-link': msg`Sign-in link`,
  'sign-in-provider': msg`Sign-in provider`,
  site: msg`Site`,
};

/** What work in the background does, for whoever waits for it. */
export const workNames: Readonly<Record<string, MessageDescriptor>> = {
  'courses.import-upload': msg`Import of a course`,
  'identity.blot-mentions': msg`Erasure of a name in what others wrote`,
  'identity.import-people': msg`Import of people`,
  'identity.make-export': msg`Export of somebody’s own data`,
  'identity.note-erasure': msg`Note of an erasure for after a restore`,
  'ledger.keep-wall-times': msg`New rules of a time zone`,
  'reminders.replan': msg`New plan of reminders`,
};

/** What follows changes, for whoever runs the installation. */
export const consumerNames: Readonly<Record<string, MessageDescriptor>> = {
  'agendas.excuse': msg`Announced absences`,
  'calendars.invitations': msg`Calendar invitations`,
  'ledger.change-notices': msg`Notices of changes`,
  'reminders.plan': msg`Plan of reminders`,
};

/** What a message is, for whoever looks after the mail. */
export const typeNames: Readonly<Record<string, MessageDescriptor>> = {
  'calendars.invitation': msg`Calendar invitation`,
  'calendars.withdrawn': msg`Calendar invitation withdrawn`,
  'identity.address-asked': msg`New address asked for, to the old one`,
  'identity.address-changed': msg`Address of the account changed`,
  'identity.address-confirm': msg`Confirmation of a new address`,
  'identity.export-ready': msg`Copy of the own data is ready`,
  'identity.invitation': msg`Invitation`,
  'identity.new-device': msg`Signed in on a new device`,
  'identity.password-changed': msg`Password changed`,
  'identity.password-reset': msg`New password`,
  'identity.provider-link': msg`Confirmation of a sign-in provider`,
  'identity.provider-linked': msg`Sign-in provider linked`,
  'identity.provider-unlinked': msg`Sign-in provider unlinked`,
  'identity.recovery-code-used': msg`Signed in with a recovery code`,
  'identity.second-factor-activated': msg`Second factor switched on`,
  'identity.second-factor-removed': msg`Second factor switched off`,
  'identity.second-factor-taken-away': msg`Second factor taken away`,
  'identity.sign-in-link': msg`Sign-in link`,
  'ledger.session-cancelled': msg`Session cancelled`,
  'ledger.session-changed': msg`Session changed`,
  'ledger.session-reinstated': msg`Session takes place after all`,
  'ledger.zone-clashes': msg`Sessions to be moved after a time zone changed`,
  'messages.digest': msg`Digest`,
  'messages.test': msg`Test mail`,
  'messages.undelivered': msg`Mails that could not be delivered`,
  'reminders.before': msg`Reminder before something starts`,
  'reminders.week-ahead': msg`The week to come`,
};
