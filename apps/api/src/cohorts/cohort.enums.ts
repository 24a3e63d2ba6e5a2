import { registerEnumType } from '@nestjs/graphql';

export const CohortStateEnum = { DRAFT: 'draft', OPEN: 'open', CONFIRMED: 'confirmed', RUNNING: 'running', COMPLETED: 'completed', CANCELLED: 'cancelled' } as const;
registerEnumType(CohortStateEnum, {
  name: 'CohortState',
  description: 'Where a cohort stands. It changes when somebody says so, never because time passed.',
  valuesMap: {
    DRAFT: { description: 'Being prepared; learners do not see it.' },
    OPEN: { description: 'Takes registrations.' },
    CONFIRMED: { description: 'Will take place.' },
    RUNNING: { description: 'Has begun.' },
    COMPLETED: { description: 'Over.' },
    CANCELLED: { description: 'Does not take place; its sessions are out of every agenda.' },
  },
});

export const EnrolmentStateEnum = { ACTIVE: 'active', POSTPONED: 'postponed', WITHDRAWN: 'withdrawn', COMPLETED: 'completed', GRADUATED: 'graduated' } as const;
registerEnumType(EnrolmentStateEnum, {
  name: 'EnrolmentState',
  description: 'How a learner stands in a cohort. Postponed and withdrawn learners have given their seat back.',
});

export const EnrolmentWayEnum = { COORDINATOR: 'coordinator', FILE: 'file', REGISTRATION: 'registration', TRANSFER: 'transfer' } as const;
registerEnumType(EnrolmentWayEnum, { name: 'EnrolmentWay', description: 'How a learner came into a cohort.' });

export const WhenFullEnum = { REFUSE: 'refuse', WAIT: 'wait' } as const;
registerEnumType(WhenFullEnum, { name: 'WhenFull', description: 'What becomes of people for whom no seat is left.' });

export const SessionSubjectEnum = { LESSONS: 'lessons', MODULES: 'modules', TITLE: 'title' } as const;
registerEnumType(SessionSubjectEnum, {
  name: 'SessionSubject',
  description: 'What the sessions of a series are about.',
  valuesMap: { LESSONS: { description: 'The lessons of the course, in order.' }, MODULES: { description: 'Its modules, in order.' }, TITLE: { description: 'Only what the title says.' } },
});

export const SessionKindEnum = { SESSION: 'session', WORKSHOP: 'workshop', CONFERENCE: 'conference', MASTERCLASS: 'masterclass', PROJECT_DAY: 'project-day' } as const;
registerEnumType(SessionKindEnum, {
  name: 'SessionKind',
  description: 'What sort of meeting it is; rules of reminders can be about one sort alone.',
  valuesMap: {
    SESSION: { description: 'A session as every week has them.' },
    WORKSHOP: { description: 'A workshop: rare enough to be reminded of by itself.' },
    CONFERENCE: { description: 'Somebody speaks to many.' },
    MASTERCLASS: { description: 'Somebody of the trade shows how it is done.' },
    PROJECT_DAY: { description: 'People work on a project of their own, with help at hand.' },
  },
});

export const SessionChangeKindEnum = { MOVED: 'moved', CANCELLED: 'cancelled', SUBSTITUTED: 'substituted' } as const;
registerEnumType(SessionChangeKindEnum, { name: 'SessionChangeKind', description: 'What was done to sessions.' });
