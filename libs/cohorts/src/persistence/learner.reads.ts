import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest, type Tx } from '@app/platform';
import { type EnrolmentState, type EnrolmentWay } from '../domain/enrolment.js';
import { lackedBefore, lackingOf } from './known-before.js';

export interface LearnerRow {
  readonly personId: string;
  readonly name: string;
  readonly sortName: string;
  readonly email: string | null;
  readonly groupId: string | null;
  readonly state: EnrolmentState;
  readonly stateSince: Date;
  readonly way: EnrolmentWay;
  readonly enrolledAt: Date;
  /** Sessions to come at which this learner has something else. */
  readonly clashing: number;
  /** Titles of the courses that come before and that this learner has not completed here. */
  readonly lacks: readonly string[];
  readonly version: number;
}

export interface WaitingRow {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  /** From 1 on. */
  readonly position: number;
  readonly since: Date;
  /** Titles of the courses that come before and that this person has not completed here. */
  readonly lacks: readonly string[];
}

@Injectable()
export class LearnerReads {
  async list(tx: Tx, cohortId: string, filter: { readonly states?: readonly EnrolmentState[] }, page: PageRequest): Promise<Page<LearnerRow>> {
    const [sortName, personId] = page.after ?? [];
    const rows = await tx.query<LearnerRow>(
      `select e.person_id as "personId", trim(p.given_name || ' ' || p.family_name) as name, p.sort_name as "sortName", p.email, e.group_id as "groupId", e.state, e.state_since as "stateSince", e.way, e.enrolled_at as "enrolledAt", e.version,
         (select count(*)::int from cohort_session s join reservation r on r.occurrence_id = s.occurrence_id and r.resource_id = e.person_id and not r.binding join occurrence o on o.id = s.occurrence_id and o.starts_at > app.now()
          where s.cohort_id = e.cohort_id) as clashing, ${lackedBefore('c.course_id', 'e.person_id')} as lacks
       from enrolment e join cohort c on c.id = e.cohort_id join profile p on p.organisation_id = e.organisation_id and p.person_id = e.person_id
       where e.cohort_id = $2 and ($3::text[] is null or e.state = any ($3)) and ($4::text is null or (p.sort_name, e.person_id) > ($4, $5::uuid))
       order by p.sort_name, e.person_id limit $6`,
      [tx.actor.language, cohortId, filter.states ?? null, sortName ?? null, personId ?? null, page.first + 1],
    );
    return pageOf(rows, page.first);
  }

  readonly lacking = lackingOf;

  async waiting(tx: Tx, cohortId: string): Promise<readonly WaitingRow[]> {
    return tx.query<WaitingRow>(
      `select w.person_id as "personId", trim(p.given_name || ' ' || p.family_name) as name, p.email, w.since, row_number() over (order by w.number)::int as position, ${lackedBefore('c.course_id', 'w.person_id')} as lacks
       from waiting_place w join cohort c on c.id = w.cohort_id join profile p on p.organisation_id = w.organisation_id and p.person_id = w.person_id where w.cohort_id = $2 order by w.number limit 1000`,
      [tx.actor.language, cohortId],
    );
  }
}
