import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type SessionKind } from '../domain/session-kind.js';
import { type SessionChangeKind } from './session-change.store.js';

export interface SessionRow {
  readonly id: string;
  readonly seriesId: string | null;
  readonly groupId: string | null;
  readonly kind: SessionKind;
  readonly title: string;
  readonly state: 'tentative' | 'planned' | 'done' | 'cancelled';
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly localDate: string;
  readonly localTime: string;
  readonly zone: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly bring: string | null;
  readonly movedByHand: boolean;
  readonly hasBegun: boolean;
  /** How many of its series come after it and would move along. */
  readonly following: number;
  readonly trainers: readonly { readonly id: string; readonly name: string }[];
  readonly things: readonly { readonly id: string; readonly name: string; readonly kind: 'room' | 'equipment' }[];
  readonly learners: number;
  /** Learners who have something else at that time. */
  readonly clashing: number;
  readonly version: number;
}

/** What was done to sessions of a cohort, the last first. */
export interface SessionChangeRow {
  readonly id: string;
  readonly kind: SessionChangeKind;
  readonly following: boolean;
  readonly at: Date;
  readonly byName: string | null;
  readonly undoneAt: Date | null;
  readonly sessions: readonly { readonly id: string; readonly title: string; readonly startedAt: Date; readonly startsAt: Date; readonly zone: string }[];
}

const SESSIONS = `
  select s.occurrence_id as id, s.series_id as "seriesId", s.group_id as "groupId", o.kind, card.title, o.state, o.starts_at as "startsAt", o.ends_at as "endsAt",
    o.local_date::text as "localDate", to_char(o.local_time, 'HH24:MI') as "localTime", o.zone, card.place, card.link, card.bring, o.moved_by_hand as "movedByHand", o.starts_at <= app.now() as "hasBegun", o.version,
    case when s.series_id is null or o.state not in ('tentative', 'planned') then 0 else
      count(*) filter (where s.series_id is not null and o.state in ('tentative', 'planned') and not o.moved_by_hand) over (partition by s.series_id order by o.starts_at, o.id rows between 1 following and unbounded following) end::int as following,
    coalesce(people.trainers, '[]') as trainers, coalesce(people.learners, 0)::int as learners, coalesce(taken.things, '[]') as things, clashing.learners as clashing
  from cohort_session s join occurrence o on o.id = s.occurrence_id
    left join lateral (select c.title, c.place, c.link, c.bring from occurrence_card c where c.occurrence_id = o.id order by c.language = $2 desc, c.language limit 1) card on true
    left join lateral (select json_agg(json_build_object('id', a.person_id, 'name', trim(p.given_name || ' ' || p.family_name)) order by p.family_name) filter (where a.part = 'trainer') as trainers,
        count(*) filter (where a.part = 'learner') as learners
      from attendee a left join profile p on p.organisation_id = o.organisation_id and p.person_id = a.person_id and a.part = 'trainer' where a.occurrence_id = o.id) people on true
    left join lateral (select json_agg(t) as things from app.things_of(o.id) t) taken on true
    cross join lateral (select count(*)::int as learners from reservation b where b.occurrence_id = o.id and not b.binding) clashing
  where s.cohort_id = $1 order by o.starts_at, o.id`;

@Injectable()
export class SessionReads {
  /** All sessions of a cohort, cancelled ones too, in order of time. */
  async list(tx: Tx, cohortId: string): Promise<readonly SessionRow[]> {
    return tx.query<SessionRow>(SESSIONS, [cohortId, tx.actor.language]);
  }

  async history(tx: Tx, cohortId: string): Promise<readonly SessionChangeRow[]> {
    return tx.query<SessionChangeRow>(
      `select h.id, h.kind, h.following, h.at, h.undone_at as "undoneAt", trim(p.given_name || ' ' || p.family_name) as "byName",
         (select coalesce(json_agg(json_build_object('id', o.id, 'title', card.title, 'startedAt', b."startsAt", 'startsAt', o.starts_at, 'zone', o.zone) order by o.starts_at), '[]')
          from jsonb_to_recordset(h.before) as b(id uuid, "startsAt" timestamptz) join occurrence o on o.id = b.id
            left join lateral (select c.title from occurrence_card c where c.occurrence_id = o.id order by c.language = $2 desc, c.language limit 1) card on true) as sessions
       from session_change h left join profile p on p.organisation_id = h.organisation_id and p.person_id = h.actor_id
       where h.cohort_id = $1 order by h.id desc limit 50`,
      [cohortId, tx.actor.language],
    );
  }
}
