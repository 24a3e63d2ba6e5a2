export { CalendarsModule } from './calendars.module.js';
export { type Calendar, type CalendarEvent, writeCalendar } from './domain/icalendar.js';
export { CreateFeed, type CreateFeedInput, type GivenFeed } from './application/create-feed.js';
export { ListFeeds } from './application/list-feeds.js';
export { RenewFeed } from './application/renew-feed.js';
export { RevokeFeed } from './application/revoke-feed.js';
export { ServeFeed, type ServedFeed } from './application/serve-feed.js';
export { type CalendarFeed } from './persistence/calendar-feed.store.js';
