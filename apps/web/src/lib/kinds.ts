import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** What something dated is, where that is worth saying: a session among sessions needs no word. */
export const kindNames: Readonly<Record<string, MessageDescriptor>> = {
  workshop: msg`Workshop`,
  conference: msg`Conference`,
  masterclass: msg`Masterclass`,
  'project-day': msg`Project day`,
  coaching: msg`Coaching`,
  exam: msg`Exam`,
  sitting: msg`Exam`,
};
