/** A workshop is rare enough to be reminded of by itself; a session stands in the message of the week. */
export const sessionKinds = ['session', 'workshop'] as const;
export type SessionKind = (typeof sessionKinds)[number];
