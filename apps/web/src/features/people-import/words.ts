import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type BadgeTone } from '~/ui';

export const stateNames: Readonly<Record<string, MessageDescriptor>> = {
  uploaded: msg`not started`,
  waiting: msg`waiting`,
  running: msg`is running`,
  done: msg`done`,
  cancelled: msg`stopped`,
  refused: msg`refused`,
};
export const stateTones: Readonly<Record<string, BadgeTone>> = { waiting: 'action', running: 'action', done: 'good', cancelled: 'warn', refused: 'bad' };

export const fields = ['givenName', 'familyName', 'name', 'email', 'phone', 'language', 'reference', 'role', 'site'] as const;
export type ImportField = (typeof fields)[number];

export const fieldNames: Readonly<Record<ImportField, MessageDescriptor>> = {
  givenName: msg`First name`,
  familyName: msg`Family name`,
  name: msg`Whole name`,
  email: msg`E-mail`,
  phone: msg`Telephone`,
  language: msg`Language`,
  reference: msg`Own number`,
  role: msg`Role`,
  site: msg`Site`,
};
