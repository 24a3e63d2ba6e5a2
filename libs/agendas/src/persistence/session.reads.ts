import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type AttendanceStatus, type StandingMark } from '../domain/attendance.js';
import { type AbsenceReason, type AbsenceState } from '../domain/absence.js';

/** A word that was said about somebody, with what it corrected. */
export interface ShownMark {
  readonly id: string;
  readonly unit: number;
  readonly status: AttendanceStatus;
  readonly minutesLate: number | null;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  /** Said before and corrected, the oldest first. */
  readonly corrected: readonly { readonly id: string; readonly status: AttendanceStatus; readonly recordedAt: string; readonly recordedBy: string | null }[];
}

export interface ExpectedPerson {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly absence: { readonly id: string; readonly reason: AbsenceReason; readonly state: AbsenceState } | null;
  readonly marks: readonly ShownMark[];
}

/** A session with all who are expected, for those who give it. */
export interface SessionSheet {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: string;
  readonly state: string;
  readonly version: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly day: string;
  readonly title: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly bring: string | null;
  readonly siteName: string | null;
  readonly rooms: string | null;
  readonly staff: readonly { readonly personId: string; readonly name: string }[];
  readonly people: readonly ExpectedPerson[];
  readonly now: string;
}

const PERSON_NAME = `(select trim(n.given_name || ' ' || n.family_name) from profile n where n.organisation_id = o.organisation_id and n.person_id = %)`;
const nameOf = (column: string): string => PERSON_NAME.replace('%', column);

const SHEET = `
  select json_build_object('id', o.id, 'organisationId', o.organisation_id, 'kind', o.kind, 'state', o.state, 'version', o.version, 'startsAt', o.starts_at, 'endsAt', o.ends_at,
    'zone', o.zone, 'day', o.local_date, 'title', coalesce(card.title, ''), 'place', card.place, 'link', card.link, 'bring', card.bring, 'now', app.now(),
    'siteName', (select s.name from site s where s.id = o.site_id),
    'rooms', (select string_agg(r.name, ', ' order by r.name) from reservation v join resource r on r.id = v.resource_id where v.occurrence_id = o.id and v.part = 'room'),
    'staff', (select coalesce(json_agg(json_build_object('personId', t.person_id, 'name', coalesce(${nameOf('t.person_id')}, '')) order by t.part, t.person_id), '[]')
      from attendee t where t.occurrence_id = o.id and t.part <> 'learner' and t.state <> 'declined'),
    'people', (select coalesce(json_agg(json_build_object('personId', a.person_id, 'givenName', coalesce(p.given_name, ''), 'familyName', coalesce(p.family_name, ''),
        'absence', (select json_build_object('id', b.id, 'reason', b.reason, 'state', b.state) from absence_notice b
          where b.person_id = a.person_id and b.organisation_id = o.organisation_id and b.state <> 'withdrawn' and b.during && tstzrange(o.starts_at, o.ends_at) order by b.announced_at desc limit 1),
        'marks', (select coalesce(json_agg(json_build_object('id', m.id, 'unit', m.unit, 'status', m.status, 'minutesLate', m.minutes_late, 'recordedAt', m.recorded_at, 'recordedBy', ${nameOf('m.recorded_by')},
            'corrected', (select coalesce(json_agg(json_build_object('id', c.id, 'status', c.status, 'recordedAt', c.recorded_at, 'recordedBy', ${nameOf('c.recorded_by')}) order by c.recorded_at, c.id), '[]')
              from attendance_mark c where c.occurrence_id = m.occurrence_id and c.person_id = m.person_id and c.unit = m.unit and c.id <> m.id)) order by m.unit), '[]')
          from attendance_mark m where m.occurrence_id = o.id and m.person_id = a.person_id
            and not exists (select from attendance_mark later where later.supersedes = m.id))) order by p.sort_name, a.person_id), '[]')
      from attendee a left join profile p on p.organisation_id = a.organisation_id and p.person_id = a.person_id
      where a.occurrence_id = o.id and a.part = 'learner' and a.state <> 'declined')) as sheet
  from occurrence o
  left join lateral (select c.title, c.place, c.link, c.bring from occurrence_card c where c.occurrence_id = o.id order by c.language = $2 desc, c.language limit 1) card on true
  where o.id = $1`;

const LOCK = `
  select o.organisation_id as "organisationId", o.state, o.version, o.starts_at as "startsAt", o.ends_at as "endsAt", o.zone, app.now() as now,
    coalesce((select json_agg(a.person_id) from attendee a where a.occurrence_id = o.id and a.part <> 'learner' and a.state <> 'declined'), '[]') as "staffIds",
    coalesce((select json_agg(a.person_id) from attendee a where a.occurrence_id = o.id and a.part = 'learner' and a.state <> 'declined'), '[]') as "learnerIds"
  from occurrence o where o.id = $1 for no key update of o`;

const STANDING = `
  select m.id, m.person_id as "personId", m.unit, m.status, m.minutes_late as "minutesLate", m.recorded_at as "recordedAt",
    (select trim(n.given_name || ' ' || n.family_name) from profile n where n.organisation_id = m.organisation_id and n.person_id = m.recorded_by) as "recordedBy"
  from attendance_mark m
  where m.occurrence_id = $1 and m.person_id = any ($2) and not exists (select from attendance_mark later where later.supersedes = m.id)`;

export interface LockedSession {
  readonly organisationId: string;
  readonly state: string;
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly now: Date;
  readonly staffIds: readonly string[];
  readonly learnerIds: readonly string[];
}

@Injectable()
export class SessionReads {
  async sheet(tx: Tx, occurrenceId: string): Promise<SessionSheet | undefined> {
    const [row] = await tx.query<{ sheet: SessionSheet }>(SHEET, [occurrenceId, tx.actor.language]);
    return row?.sheet;
  }

  /** Under the row's lock, so that two who mark at once correct one another in order. */
  async lock(tx: Tx, occurrenceId: string): Promise<LockedSession | undefined> {
    const [row] = await tx.query<LockedSession>(LOCK, [occurrenceId]);
    return row;
  }

  standing(tx: Tx, occurrenceId: string, personIds: readonly string[]): Promise<readonly StandingMark[]> {
    return tx.query<StandingMark>(STANDING, [occurrenceId, personIds]);
  }
}
