import { Injectable } from '@nestjs/common';
import { type TakenThing } from '@app/ledger';
import { type Tx } from '@app/platform';
import { type CourseUnit } from '../domain/lessons-of-sessions.js';
import { type WeeklyRule } from '@app/ledger';

/** A session to come, as planning needs it. */
export interface PlannedSession {
  readonly id: string;
  readonly seriesId: string | null;
  readonly groupId: string | null;
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly localDate: string;
  readonly localTime: string;
  readonly zone: string;
  readonly movedByHand: boolean;
  readonly state: 'tentative' | 'planned' | 'done' | 'cancelled';
  readonly hasBegun: boolean;
  readonly title: string | null;
  readonly link: string | null;
  readonly bring: string | null;
  readonly trainerIds: readonly string[];
  readonly things: readonly TakenThing[];
}

export interface NewSession {
  readonly occurrenceId: string;
  readonly groupId: string | null;
  readonly units: readonly CourseUnit[];
}

const SESSIONS = `
  select s.occurrence_id as id, s.series_id as "seriesId", s.group_id as "groupId", o.version, o.starts_at as "startsAt", o.ends_at as "endsAt",
    o.local_date::text as "localDate", to_char(o.local_time, 'HH24:MI') as "localTime", o.zone, o.moved_by_hand as "movedByHand", o.state, o.starts_at <= app.now() as "hasBegun",
    card.title, card.link, card.bring,
    coalesce((select json_agg(a.person_id order by a.person_id) from attendee a where a.occurrence_id = o.id and a.part = 'trainer'), '[]') as "trainerIds",
    coalesce((select json_agg(json_strip_nulls(json_build_object('resourceId', r.resource_id, 'part', r.part,
        'seats', case when r.units <> '{(,)}'::int4multirange then (select sum(upper(u) - lower(u)) from unnest(r.units) u) end)) order by r.part desc, r.resource_id)
      from reservation r where r.occurrence_id = o.id and r.part in ('room', 'equipment')), '[]') as things
  from cohort_session s join occurrence o on o.id = s.occurrence_id
    left join lateral (select c.title, c.link, c.bring from occurrence_card c where c.occurrence_id = o.id order by c.language = $2 desc, c.language limit 1) card on true`;

@Injectable()
export class SessionStore {
  async insertSeries(tx: Tx, cohort: { readonly organisationId: string; readonly id: string }, series: { readonly groupId: string | null; readonly rule: WeeklyRule }): Promise<string> {
    const [row] = await tx.query<{ id: string }>('insert into session_series (organisation_id, cohort_id, group_id, rule, created_by) values ($1, $2, $3, $4, $5) returning id', [
      ...[cohort.organisationId, cohort.id, series.groupId, JSON.stringify(series.rule), tx.actor.personId ?? null],
    ]);
    if (!row) throw new Error('A series was inserted and not answered.');
    return row.id;
  }

  async insert(tx: Tx, cohort: { readonly organisationId: string; readonly id: string }, seriesId: string | null, sessions: readonly NewSession[]): Promise<void> {
    const rows = sessions.map(({ occurrenceId, groupId, units }) => ({ occurrenceId, groupId, moduleId: units[0]?.moduleId ?? null }));
    await tx.query(
      `insert into cohort_session (occurrence_id, organisation_id, cohort_id, series_id, group_id, module_id)
       select s."occurrenceId", $1, $2, $3, s."groupId", s."moduleId" from jsonb_to_recordset($4::jsonb) as s("occurrenceId" uuid, "groupId" uuid, "moduleId" uuid)`,
      [cohort.organisationId, cohort.id, seriesId, JSON.stringify(rows)],
    );
    const lessons = sessions.flatMap(({ occurrenceId, units }) => units.flatMap((unit, position) => (unit.lessonId ? [{ occurrenceId, lessonId: unit.lessonId, position }] : [])));
    if (lessons.length === 0) return;
    await tx.query(
      `insert into session_lesson (organisation_id, occurrence_id, lesson_id, position)
       select $1, l."occurrenceId", l."lessonId", l.position from jsonb_to_recordset($2::jsonb) as l("occurrenceId" uuid, "lessonId" uuid, position int)`,
      [cohort.organisationId, JSON.stringify(lessons)],
    );
  }

  /** Sessions that have not begun and were not cancelled, in order of time. */
  async toCome(tx: Tx, cohortId: string): Promise<readonly PlannedSession[]> {
    return tx.query<PlannedSession>(`${SESSIONS} where s.cohort_id = $1 and o.state in ('tentative', 'planned') and o.starts_at > app.now() order by o.starts_at, o.id`, [cohortId, tx.actor.language]);
  }

  async named(tx: Tx, cohortId: string, ids: readonly string[]): Promise<readonly PlannedSession[]> {
    return tx.query<PlannedSession>(`${SESSIONS} where s.cohort_id = $1 and s.occurrence_id = any ($3) order by o.starts_at, o.id`, [cohortId, tx.actor.language, ids]);
  }

  /** Ids of sessions to come with their groups: all that a learner who joins or leaves needs. */
  async attendedBy(tx: Tx, cohortId: string): Promise<readonly { readonly id: string; readonly groupId: string | null }[]> {
    return tx.query(
      `select s.occurrence_id as id, s.group_id as "groupId" from cohort_session s join occurrence o on o.id = s.occurrence_id
       where s.cohort_id = $1 and o.state in ('tentative', 'planned') and o.starts_at > app.now() order by s.occurrence_id`,
      [cohortId],
    );
  }

  async trainersOf(tx: Tx, cohortId: string): Promise<readonly string[]> {
    const rows = await tx.query<{ personId: string }>(
      `select distinct a.person_id as "personId" from cohort_session s join attendee a on a.occurrence_id = s.occurrence_id and a.part = 'trainer' where s.cohort_id = $1`,
      [cohortId],
    );
    return rows.map(({ personId }) => personId);
  }
}
