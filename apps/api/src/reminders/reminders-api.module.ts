import { RemindersModule } from '@app/reminders';
import { Module } from '@nestjs/common';
import './fault-texts.js';
import { ReminderResolver } from './reminder.resolver.js';

/** Rules of reminders. */
@Module({ imports: [RemindersModule], providers: [ReminderResolver] })
export class RemindersApiModule {}
