export { CalendarFeedEntity } from './calendar-feed.entity.js';
export { CalendarInvitationEntity } from './calendar-invitation.entity.js';
