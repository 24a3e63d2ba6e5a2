import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Rule } from './operations';

export const partNames: Readonly<Record<Rule['parts'][number], MessageDescriptor>> = {
  LEARNER: msg`learners`,
  TRAINER: msg`trainers`,
  EXPERT: msg`experts`,
  INVIGILATOR: msg`invigilators`,
  STAFF: msg`other staff`,
};

/** What can be reminded of by kind. */
export const kindNames: Readonly<Record<string, MessageDescriptor>> = {
  session: msg`sessions`,
  workshop: msg`workshops`,
  conference: msg`conferences`,
  masterclass: msg`masterclasses`,
  'project-day': msg`project days`,
  coaching: msg`coaching`,
  exam: msg`exams`,
  sitting: msg`exam sittings`,
  booking: msg`bookings`,
};
