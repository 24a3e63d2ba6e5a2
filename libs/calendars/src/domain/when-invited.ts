const MINUTE = 60_000;
/** As long as a plan can be undone nobody is invited, unless it concerns the next two hours. */
const UNDO = 10 * MINUTE;
const SOON = 120 * MINUTE;

/** When a mail about something that starts at that instant goes out. */
export const inviteAt = (startsAt: number, now: Date): Date => (startsAt - now.getTime() <= SOON ? now : new Date(now.getTime() + UNDO));

/** From when on such a mail comes too late to be sent: when the last of it has begun, and not before it had its time to go out. */
export const tooLateAt = (lastStartsAt: number, now: Date): Date => new Date(Math.max(lastStartsAt, now.getTime() + UNDO + SOON));
