export { CalendarFeedEntity } from './calendar-feed.entity.js';
export { CalendarInvitationEntity } from './calendar-invitation.entity.js';
export { CalendarScopeEntity } from './calendar-scope.entity.js';
export { CalendarStrandEntity } from './calendar-strand.entity.js';
