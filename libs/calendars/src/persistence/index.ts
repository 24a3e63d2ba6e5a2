export { CalendarFeedEntity } from './calendar-feed.entity.js';
