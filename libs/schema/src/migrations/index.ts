import { Foundation1795300000001 } from './0001-foundation.js';
import { PeopleAndPlaces1795300000100 } from './0100-people-and-places.js';
import { SignIn1795300000110 } from './0110-sign-in.js';
import { SignInProviders1795300000111 } from './0111-sign-in-providers.js';
import { SecondFactor1795300000112 } from './0112-second-factor.js';
import { FirstAdmin1795300000113 } from './0113-first-admin.js';
import { LimitsAndLinks1795300000114 } from './0114-limits-and-links.js';
import { Audit1795300000140 } from './0140-audit.js';
import { Invitation1795300000141 } from './0141-invitation.js';
import { PeopleList1795300000142 } from './0142-people-list.js';
import { Share1795300000150 } from './0150-share.js';
import { PeopleImport1795300000151 } from './0151-people-import.js';
import { Privacy1795300000170 } from './0170-privacy.js';
import { DemandedSecondFactor1795300000180 } from './0180-demanded-second-factor.js';
import { ImportLines1795300000181 } from './0181-import-lines.js';
import { WordsOfInvitations1795300000182 } from './0182-words-of-invitations.js';
import { NamesOfLentThings1795300000183 } from './0183-names-of-lent-things.js';
import { AddressChange1795300000190 } from './0190-address-change.js';
import { Resources1795300000200 } from './0200-resources.js';
import { OccurrencesAndReservations1795300000201 } from './0201-occurrences-and-reservations.js';
import { Unavailability1795300000202 } from './0202-unavailability.js';
import { Seats1795300000203 } from './0203-seats.js';
import { LedgerFunctions1795300000204 } from './0204-ledger-functions.js';
import { Board1795300000205 } from './0205-board.js';
import { ZoneRules1795300000240 } from './0240-zone-rules.js';
import { Yielding1795300000241 } from './0241-yielding.js';
import { Messages1795300000300 } from './0300-messages.js';
import { MessageFunctions1795300000301 } from './0301-message-functions.js';
import { Jobs1795300000310 } from './0310-jobs.js';
import { ChangeWork1795300000320 } from './0320-change-work.js';
import { Clock1795300000330 } from './0330-clock.js';
import { FairDispatch1795300000340 } from './0340-fair-dispatch.js';
import { RememberedRequests1795300000400 } from './0400-remembered-requests.js';
import { ApiKeys1795300000401 } from './0401-api-keys.js';
import { LiveChanges1795300000402 } from './0402-live-changes.js';
import { RemoveDemo1795300000450 } from './0450-remove-demo.js';
import { Courses1795300000500 } from './0500-courses.js';
import { CourseFiles1795300000501 } from './0501-course-files.js';
import { CourseImports1795300000502 } from './0502-course-imports.js';
import { Competences1795300000503 } from './0503-competences.js';
import { Catalogue1795300000504 } from './0504-catalogue.js';
import { Learning1795300000510 } from './0510-learning.js';
import { CourseMaterials1795300000511 } from './0511-course-materials.js';
import { Cohorts1795300000550 } from './0550-cohorts.js';
import { Sessions1795300000551 } from './0551-sessions.js';
import { Agenda1795300000600 } from './0600-agenda.js';
import { AgendaReads1795300000601 } from './0601-agenda-reads.js';
import { Desks1795300000602 } from './0602-desks.js';
import { CalendarFeeds1795300000610 } from './0610-calendar-feeds.js';
import { CalendarInvitations1795300000611 } from './0611-calendar-invitations.js';
import { Reminders1795300000620 } from './0620-reminders.js';
import { AbsenceProofs1795300000621 } from './0621-absence-proofs.js';
import { CourseReaders1795300000640 } from './0640-course-readers.js';
import { AnnouncedAbsencesToCome1795300000641 } from './0641-announced-absences-to-come.js';
import { CentreRules1795300000650 } from './0650-centre-rules.js';
import { BroughtBack1795300000670 } from './0670-brought-back.js';
import { ToldOnTheBoard1795300000671 } from './0671-told-on-the-board.js';
import { WhatRoomsRemember1795300000672 } from './0672-what-rooms-remember.js';
import { OwnTextsOfReminders1795300000680 } from './0680-own-texts-of-reminders.js';
import { SeriesByMail1795300000681 } from './0681-series-by-mail.js';
import { CohortsToDecide1795300000690 } from './0690-cohorts-to-decide.js';
import { LentThings1795300000691 } from './0691-lent-things.js';
import { KindsInCalendars1795300000700 } from './0700-kinds-in-calendars.js';
import { KnownBefore1795300000710 } from './0710-known-before.js';
import { ThingsOfOccurrences1795300000720 } from './0720-things-of-occurrences.js';
import { LettersTogether1795300000730 } from './0730-letters-together.js';

/** In order. Numbers: foundation 00xx, identity 01xx, ledger 02xx, messages and jobs 03xx, API 04xx, courses 05xx, agendas 06xx; the last digits of the class name agree. */
export const migrations = [
  Foundation1795300000001,
  PeopleAndPlaces1795300000100,
  SignIn1795300000110,
  SignInProviders1795300000111,
  SecondFactor1795300000112,
  FirstAdmin1795300000113,
  LimitsAndLinks1795300000114,
  Audit1795300000140,
  Invitation1795300000141,
  PeopleList1795300000142,
  Share1795300000150,
  PeopleImport1795300000151,
  Privacy1795300000170,
  DemandedSecondFactor1795300000180,
  ImportLines1795300000181,
  WordsOfInvitations1795300000182,
  NamesOfLentThings1795300000183,
  AddressChange1795300000190,
  Resources1795300000200,
  OccurrencesAndReservations1795300000201,
  Unavailability1795300000202,
  Seats1795300000203,
  LedgerFunctions1795300000204,
  Board1795300000205,
  ZoneRules1795300000240,
  Yielding1795300000241,
  Messages1795300000300,
  MessageFunctions1795300000301,
  Jobs1795300000310,
  ChangeWork1795300000320,
  Clock1795300000330,
  FairDispatch1795300000340,
  RememberedRequests1795300000400,
  ApiKeys1795300000401,
  LiveChanges1795300000402,
  RemoveDemo1795300000450,
  Courses1795300000500,
  CourseFiles1795300000501,
  CourseImports1795300000502,
  Competences1795300000503,
  Catalogue1795300000504,
  Learning1795300000510,
  CourseMaterials1795300000511,
  Cohorts1795300000550,
  Sessions1795300000551,
  Agenda1795300000600,
  AgendaReads1795300000601,
  Desks1795300000602,
  CalendarFeeds1795300000610,
  CalendarInvitations1795300000611,
  Reminders1795300000620,
  AbsenceProofs1795300000621,
  CourseReaders1795300000640,
  AnnouncedAbsencesToCome1795300000641,
  CentreRules1795300000650,
  BroughtBack1795300000670,
  ToldOnTheBoard1795300000671,
  WhatRoomsRemember1795300000672,
  OwnTextsOfReminders1795300000680,
  SeriesByMail1795300000681,
  CohortsToDecide1795300000690,
  LentThings1795300000691,
  KindsInCalendars1795300000700,
  KnownBefore1795300000710,
  ThingsOfOccurrences1795300000720,
  LettersTogether1795300000730,
];
