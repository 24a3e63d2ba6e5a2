import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest, type Tx } from '@app/platform';
import { type CohortState } from '../domain/cohort.js';
import { type EnrolmentState } from '../domain/enrolment.js';
import { completedBy, coursesBefore } from './known-before.js';

/** One line of the list of cohorts, and the head of its page. */
export interface CohortRow {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly state: CohortState;
  readonly courseId: string;
  /** In the reader's language where the course has it. */
  readonly courseTitle: string | null;
  readonly courseVersion: number;
  readonly siteId: string;
  readonly siteName: string;
  readonly zone: string;
  readonly language: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly minimum: number;
  readonly enrolled: number;
  /** Learners who are on their way: neither left nor completed. */
  readonly active: number;
  readonly waiting: number;
  readonly sessions: number;
  /** Sessions that are over. */
  readonly held: number;
  readonly nextSessionAt: Date | null;
  readonly registrationOpensAt: Date | null;
  readonly registrationClosesAt: Date | null;
  readonly takesRegistrations: boolean;
  /** Only who has completed the courses that come before registers himself. */
  readonly demandsPrerequisites: boolean;
  readonly groups: readonly { readonly id: string; readonly name: string; readonly learners: number }[];
  readonly trainers: readonly { readonly id: string; readonly name: string }[];
  /** Its series are sent as invitations by mail. */
  readonly invitesByMail: boolean;
  readonly version: number;
}

export interface CohortFilter {
  readonly organisationId: string;
  readonly states?: readonly CohortState[];
  readonly siteId?: string;
  readonly text?: string;
}

/** A cohort that a learner may see: those that take registrations, and his own. */
export interface OpenCohort extends Pick<CohortRow, 'id' | 'organisationId' | 'name' | 'state' | 'courseId' | 'courseTitle' | 'siteName' | 'zone' | 'language' | 'startsOn' | 'endsOn' | 'capacity' | 'enrolled' | 'waiting' | 'registrationOpensAt' | 'registrationClosesAt' | 'takesRegistrations' | 'demandsPrerequisites' | 'sessions' | 'nextSessionAt'> {
  readonly level: string | null;
  /** As the centre writes it; null is free. */
  readonly price: string | null;
  /** Where the course stands in the public catalogue. */
  readonly publicId: string | null;
  /** Courses that should be known before, and whether the reader has completed one of their cohorts. */
  readonly prerequisites: readonly { readonly title: string; readonly level: string | null; readonly isMet: boolean }[];
  /** The reader's own place. */
  readonly mine: { readonly state: EnrolmentState | 'waiting'; readonly before: number; readonly groupName: string | null } | null;
}

/** A course of which a cohort can be opened. */
export interface PlannableCourse {
  readonly id: string;
  readonly title: string;
  readonly courseVersion: number;
  readonly lessons: number;
  /** Titles of the courses that should be known before. */
  readonly prerequisites: readonly string[];
}

const SEATED = `e.state in ('active', 'completed', 'graduated')`;
const TAKES = `c.state in ('open', 'confirmed') and (c.registration_opens_at is null or c.registration_opens_at <= app.now()) and (c.registration_closes_at is null or c.registration_closes_at > app.now())`;
const FACTS = `c.course_id as "courseId",
  (select t.title from course_text t where t.owner_id = c.course_version_id order by t.language = $1 desc, t.language = c.language desc, t.language limit 1) as "courseTitle", c.id, c.organisation_id as "organisationId", c.name, c.state, s.name as "siteName", c.zone, c.language, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", c.capacity,
  (select count(*)::int from enrolment e where e.cohort_id = c.id and ${SEATED}) as enrolled,
  (select count(*)::int from waiting_place w where w.cohort_id = c.id) as waiting,
  c.registration_opens_at as "registrationOpensAt", c.registration_closes_at as "registrationClosesAt", ${TAKES} as "takesRegistrations", c.demands_prerequisites as "demandsPrerequisites", taught.*`;
const TAUGHT = `left join lateral (
    select count(*)::int as sessions, count(*) filter (where o.ends_at <= app.now())::int as held, min(o.starts_at) filter (where o.ends_at > app.now()) as "nextSessionAt"
    from cohort_session x join occurrence o on o.id = x.occurrence_id and o.state <> 'cancelled' where x.cohort_id = c.id) taught on true`;
const BEFORE = `coalesce((select json_agg(json_build_object('title', known.title, 'level', r.level, 'isMet', ${completedBy('$2')}) order by r.level, r.id) from ${coursesBefore('c.course_id')}), '[]')`;
const FROM = `from cohort c join site s on s.id = c.site_id ${TAUGHT}`;
const ROW = `select ${FACTS}, v.number as "courseVersion", c.site_id as "siteId", c.minimum, c.version, exists (select from calendar_scope k where k.organisation_id = c.organisation_id and k.scope_id = c.id) as "invitesByMail", (select count(*)::int from enrolment e where e.cohort_id = c.id and e.state = 'active') as active,
  coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'learners', (select count(*) from enrolment e where e.group_id = g.id and ${SEATED})) order by lower(g.name)) from cohort_group g where g.cohort_id = c.id), '[]') as groups,
  coalesce((select json_agg(json_build_object('id', t.person_id, 'name', trim(p.given_name || ' ' || p.family_name)) order by p.family_name, t.person_id)
    from (select distinct a.person_id from cohort_session x join attendee a on a.occurrence_id = x.occurrence_id and a.part = 'trainer' where x.cohort_id = c.id) t
    join profile p on p.organisation_id = c.organisation_id and p.person_id = t.person_id), '[]') as trainers
  ${FROM} join course_version v on v.id = c.course_version_id`;

@Injectable()
export class CohortReads {
  /** The last to start first. */
  async list(tx: Tx, { organisationId, states, siteId, text }: CohortFilter, page: PageRequest): Promise<Page<CohortRow>> {
    const [startsOn, id] = page.after ?? [];
    const rows = await tx.query<CohortRow>(
      `${ROW} where c.organisation_id = $2 and ($3::text[] is null or c.state = any ($3)) and ($4::uuid is null or c.site_id = $4)
         and ($5::text is null or strpos(app.fold(c.name), app.fold($5)) > 0) and ($6::date is null or (c.starts_on, c.id) < ($6, $7::uuid))
       order by c.starts_on desc, c.id desc limit $8`,
      [tx.actor.language, organisationId, states ?? null, siteId ?? null, text?.trim() ? text : null, startsOn ?? null, id ?? null, page.first + 1],
    );
    return pageOf(rows, page.first);
  }

  async one(tx: Tx, id: string): Promise<CohortRow | undefined> {
    const [row] = await tx.query<CohortRow>(`${ROW} where c.id = $2`, [tx.actor.language, id]);
    return row;
  }

  /** Courses of which a cohort can be opened: those with a published version. */
  async courses(tx: Tx, organisationId: string): Promise<readonly PlannableCourse[]> {
    return tx.query<PlannableCourse>(
      `select c.id, v.number as "courseVersion", (select count(*)::int from lesson l where l.version_id = v.id and l.audience = 'everyone') as lessons,
         coalesce((select t.title from course_text t where t.owner_id = v.id order by t.language = $1 desc, t.language = v.original_language desc, t.language limit 1), '') as title,
         coalesce((select json_agg(known.title order by r.level, r.id) from ${coursesBefore('c.id')}), '[]') as prerequisites
       from course c join lateral (select * from course_version x where x.course_id = c.id and x.state = 'published' order by x.number desc limit 1) v on true
       where c.organisation_id = $2 and c.archived_at is null order by 4, c.id limit 500`,
      [tx.actor.language, organisationId],
    );
  }

  /** What a learner may register for, and where he is already. Nobody's name is in it. */
  async open(tx: Tx, personId: string, organisationIds: readonly string[]): Promise<readonly OpenCohort[]> {
    return tx.query<OpenCohort>(
      `select ${FACTS}, k.level, k.price, k.public_id as "publicId", ${BEFORE} as prerequisites, case when e.id is not null and (w.number is null or ${SEATED}) then json_build_object('state', e.state, 'before', 0, 'groupName', g.name)
           when w.number is not null then json_build_object('state', 'waiting', 'before', (select count(*) from waiting_place x where x.cohort_id = c.id and x.number < w.number), 'groupName', null) end as mine
       ${FROM} join course k on k.id = c.course_id left join enrolment e on e.cohort_id = c.id and e.person_id = $2 left join cohort_group g on g.id = e.group_id left join waiting_place w on w.cohort_id = c.id and w.person_id = $2
       where c.organisation_id = any ($3) and (e.id is not null or w.number is not null
         or (c.state in ('open', 'confirmed') and (c.registration_closes_at is null or c.registration_closes_at > app.now())))
       order by c.starts_on, c.id limit 100`,
      [tx.actor.language, personId, organisationIds],
    );
  }
}
