import { Module } from '@nestjs/common';
import { SessionMessages } from './application/session-messages.js';
import { TellAttendees } from './application/tell-attendees.js';
import { ChangeNoticeReads } from './persistence/change-notice.reads.js';

/** Tells people of changes to what they attend. */
@Module({ providers: [ChangeNoticeReads, SessionMessages, TellAttendees], exports: [TellAttendees] })
export class ChangeNoticesModule {}
