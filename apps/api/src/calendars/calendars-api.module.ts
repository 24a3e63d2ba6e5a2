import { CalendarsModule } from '@app/calendars';
import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarResolver } from './calendar.resolver.js';

/** Calendar addresses, and what is read under them. */
@Module({ imports: [CalendarsModule], controllers: [CalendarController], providers: [CalendarResolver] })
export class CalendarsApiModule {}
