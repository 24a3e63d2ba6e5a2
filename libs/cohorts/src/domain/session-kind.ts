/** What a meeting can be. By the usual rules of reminders a workshop is rare enough for one of its own; the others stand in the message of the week. */
export const sessionKinds = ['session', 'workshop', 'conference', 'masterclass', 'project-day'] as const;
export type SessionKind = (typeof sessionKinds)[number];
