import { Module } from '@nestjs/common';
import { SessionMessages } from './application/session-messages.js';
import { TellAttendees } from './application/tell-attendees.js';
import { ZoneClashesType } from './application/zone-clashes-type.js';
import { ChangeNoticeReads } from './persistence/change-notice.reads.js';

/** Tells people of changes to what they attend, and coordinators of what could not follow a zone's new rules. */
@Module({ providers: [ChangeNoticeReads, SessionMessages, TellAttendees, ZoneClashesType], exports: [TellAttendees] })
export class ChangeNoticesModule {}
