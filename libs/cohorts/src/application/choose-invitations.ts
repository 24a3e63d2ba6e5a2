import { Injectable } from '@nestjs/common';
import { CalendarScopes } from '@app/calendars';
import { type Actor, Database, isProblem } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { CohortStore } from '../persistence/cohort.store.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';

export interface ChooseInvitationsInput {
  readonly cohortId: string;
  readonly byMail: boolean;
}

/** Says whether the sessions of a cohort are sent as invitations by mail. One single value: the last word holds. */
@Injectable()
export class ChooseInvitations {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly calendars: CalendarScopes,
  ) {}

  execute(actor: Actor, { cohortId, byMail }: ChooseInvitationsInput): Promise<{ readonly cohortId: string; readonly byMail: boolean } | CohortEditRefused | CohortStateRefused> {
    return this.database.as<{ readonly cohortId: string; readonly byMail: boolean } | CohortEditRefused | CohortStateRefused>(actor, async (tx) => {
      const cohort = await cohortInUse(tx, this.cohorts, { cohortId, action: 'cohort.invite' });
      if (isProblem(cohort)) return cohort;
      const scope = { organisationId: cohort.organisationId, scopeId: cohortId };
      if (byMail) await this.calendars.send(tx, scope, cohort.name);
      else await this.calendars.stop(tx, scope);
      return { cohortId, byMail };
    });
  }
}
