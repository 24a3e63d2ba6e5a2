export const enrolmentStates = ['active', 'postponed', 'withdrawn', 'completed', 'graduated'] as const;
/** Active has a seat and sessions; postponed and withdrawn gave theirs back; completed and graduated keep it, because they sat there. */
export type EnrolmentState = (typeof enrolmentStates)[number];

const transitions: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  active: ['postponed', 'withdrawn', 'completed', 'graduated'],
  postponed: ['active', 'withdrawn'],
  withdrawn: ['active'],
  completed: ['active', 'graduated'],
  graduated: ['completed'],
};

export const mayTurn = (from: EnrolmentState, to: EnrolmentState): boolean => transitions[from].includes(to);
export const nextEnrolmentStates = (state: EnrolmentState): readonly EnrolmentState[] => transitions[state];
export const hasSeat = (state: EnrolmentState): boolean => state === 'active' || state === 'completed' || state === 'graduated';
/** Goes to the sessions to come. */
export const attends = (state: EnrolmentState): boolean => state === 'active';

/** How somebody came in. */
export type EnrolmentWay = 'coordinator' | 'file' | 'registration' | 'transfer';

/** Whether a session is for a learner: one of the whole cohort is for everybody, one of a group for that group. */
export const isFor = (session: { readonly groupId: string | null }, learner: { readonly groupId: string | null }): boolean =>
  session.groupId === null || session.groupId === learner.groupId;
