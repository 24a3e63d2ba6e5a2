import { Module } from '@nestjs/common';
import { CalendarsModule } from '@app/calendars';
import { CoursesModule } from '@app/courses';
import { IdentityModule } from '@app/identity';
import { LedgerModule } from '@app/ledger';
import { CancelSessions } from './application/cancel-sessions.js';
import { ChangeCohortState } from './application/change-cohort-state.js';
import { ChangeEnrolment } from './application/change-enrolment.js';
import { ChangeGroups } from './application/change-groups.js';
import { ChooseInvitations } from './application/choose-invitations.js';
import { CreateCohort } from './application/create-cohort.js';
import { CreateSeries } from './application/create-series.js';
import { EnrolLearners } from './application/enrol-learners.js';
import { EnrolImported } from './application/enrol-imported.js';
import { EnrolmentTrial } from './application/enrolment-trial.js';
import { FollowPeople } from './application/follow-people.js';
import { LeaveCohort } from './application/leave-cohort.js';
import { MoveSessions } from './application/move-sessions.js';
import { LearnersInSessions } from './application/learners-in-sessions.js';
import { Places } from './application/places.js';
import { PreviewSeries } from './application/preview-series.js';
import { ReadCohorts } from './application/read-cohorts.js';
import { Register } from './application/register.js';
import { RemoveFromWaitingList } from './application/remove-from-waiting-list.js';
import { Replacements } from './application/replacements.js';
import { Restoring } from './application/restoring.js';
import { SeriesFrames } from './application/series-frames.js';
import { SeriesPlans } from './application/series-plan.js';
import { SeriesWriter } from './application/series-writer.js';
import { SessionEditor } from './application/session-editor.js';
import { Substitute } from './application/substitute.js';
import { TransferLearner } from './application/transfer-learner.js';
import { UndoSessionChange } from './application/undo-session-change.js';
import { UpdateCohort } from './application/update-cohort.js';
import { CohortReads } from './persistence/cohort.reads.js';
import { CohortStore } from './persistence/cohort.store.js';
import { EnrolmentStore } from './persistence/enrolment.store.js';
import { LearnerReads } from './persistence/learner.reads.js';
import { PlaceReads } from './persistence/place.reads.js';
import { SessionChangeStore } from './persistence/session-change.store.js';
import { SessionReads } from './persistence/session.reads.js';
import { SessionStore } from './persistence/session.store.js';

const stores = [CohortReads, CohortStore, EnrolmentStore, LearnerReads, PlaceReads, SessionChangeStore, SessionReads, SessionStore];
const cohorts = [ChooseInvitations, CreateCohort, UpdateCohort, ChangeCohortState, ChangeGroups, ReadCohorts];
const sessions = [PreviewSeries, CreateSeries, MoveSessions, CancelSessions, Substitute, UndoSessionChange];
const learners = [EnrolLearners, Register, LeaveCohort, ChangeEnrolment, TransferLearner, RemoveFromWaitingList];
const parts = [EnrolImported, EnrolmentTrial, FollowPeople, LearnersInSessions, Places, Replacements, Restoring, SeriesFrames, SeriesPlans, SeriesWriter, SessionEditor];

/** Editions of courses: their sessions and who has a place in them. */
@Module({ imports: [CalendarsModule, CoursesModule, IdentityModule, LedgerModule], providers: [...stores, ...parts, ...cohorts, ...sessions, ...learners], exports: [...cohorts, ...sessions, ...learners] })
export class CohortsModule {}
