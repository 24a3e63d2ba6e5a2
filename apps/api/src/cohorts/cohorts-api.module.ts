import { CohortsModule } from '@app/cohorts';
import { Module } from '@nestjs/common';
import { CohortLearnersResolver, EnrolmentResolver, RegistrationResolver } from './cohort-learner.resolver.js';
import { CohortSeriesResolver, CohortSessionChangesResolver } from './cohort-session.resolver.js';
import { CohortChangesResolver, CohortInvitationsResolver, CohortsResolver } from './cohort.resolver.js';
import './fault-texts.js';

/** Editions of courses, their sessions and who has a place in them. */
@Module({
  imports: [CohortsModule],
  providers: [CohortsResolver, CohortChangesResolver, CohortInvitationsResolver, CohortSeriesResolver, CohortSessionChangesResolver, CohortLearnersResolver, EnrolmentResolver, RegistrationResolver],
})
export class CohortsApiModule {}
