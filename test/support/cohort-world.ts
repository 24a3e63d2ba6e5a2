import { CohortsModule, ChangeCohortState, CreateCohort, type CreateCohortInput, CreateSeries, EnrolLearners, type SeriesInput, type SeriesMade } from '@app/cohorts';
import { type Actor, isProblem } from '@app/platform';
import { type LedgerWorld, openLedgerWorld } from './ledger-world.js';

type CohortWishes = Partial<CreateCohortInput> & { readonly open?: boolean };
type SeriesWishes = Partial<Omit<SeriesInput, 'rule'>> & { readonly rule?: Partial<SeriesInput['rule']> };

/** A centre with a published course of four lessons in two modules, on Monday 4 January 2027, ready to open cohorts. */
export interface CohortWorld extends LedgerWorld {
  readonly course: { readonly id: string; readonly versionId: string };
  /** "Web Dev Mons", open, 30 seats, all of 2027, unless wished otherwise. */
  cohort(wishes?: CohortWishes): Promise<string>;
  learners(count: number): Promise<readonly Actor[]>;
  trainer(givenName?: string): Promise<Actor>;
  enrolled(cohortId: string, learners: readonly Actor[], groupId?: string): Promise<void>;
  /** Ten Tuesdays 18:00-21:00 from 5 January 2027, unless wished otherwise. */
  series(cohortId: string, wishes?: SeriesWishes, actor?: Actor): ReturnType<CreateSeries['execute']>;
  planned(cohortId: string, wishes?: SeriesWishes): Promise<SeriesMade>;
  /** Sessions of a cohort as people see them on the wall: "2027-01-05 18:00 planned". */
  wall(cohortId: string): Promise<readonly string[]>;
}

export async function openCohortWorld(options: Parameters<typeof openLedgerWorld>[0] = {}): Promise<CohortWorld> {
  const world = await openLedgerWorld({ ...options, modules: [CohortsModule, ...(options.modules ?? [])] });
  const { test, make, centre, site, marie } = world;
  const [clock] = await test.asOwner<{ ahead: string }>(`select ('2027-01-04T06:00:00Z'::timestamptz - clock_timestamp())::text as ahead`);
  await test.moveClock(clock?.ahead ?? '0');
  const course = await publishedCourse(world);
  let serial = 0;
  const must = <T>(answer: T): Exclude<T, { code: string }> => {
    if (isProblem(answer)) throw new Error(`Refused: ${JSON.stringify(answer)}`);
    return answer as Exclude<T, { code: string }>;
  };
  const seriesOf = (cohortId: string, { rule, ...wishes }: SeriesWishes): SeriesInput => ({
    ...{ cohortId, trainerIds: [], resourceIds: [], about: 'lessons' as const },
    ...wishes,
    rule: { slots: [{ weekday: 2, startsAt: '18:00', endsAt: '21:00' }], from: '2027-01-05', everyWeeks: 1, ...(rule?.until ? {} : { count: 10 }), ...rule },
  });
  const series: CohortWorld['series'] = (cohortId, wishes = {}, actor = marie) => test.get(CreateSeries).execute(actor, seriesOf(cohortId, wishes));
  return {
    ...world,
    course,
    cohort: async ({ open = true, ...wishes } = {}) => {
      const facts = { organisationId: centre.id, courseId: course.id, name: `Web Dev Mons ${++serial}`, siteId: site.id, language: 'fr' as const, capacity: 30, minimum: 1, startsOn: '2027-01-04', endsOn: '2027-12-31' };
      const { cohortId, version } = must(await test.get(CreateCohort).execute(marie, { ...facts, ...wishes }));
      if (open) must(await test.get(ChangeCohortState).execute(marie, { cohortId, expectedVersion: version, to: 'open' }));
      return cohortId;
    },
    learners: (count) => Promise.all(Array.from({ length: count }, (_, index) => make.actor({ organisation: centre, roles: ['learner'], givenName: `Learner ${index}` }))),
    trainer: (givenName = 'Thomas') => make.actor({ organisation: centre, roles: ['trainer'], givenName }),
    enrolled: async (cohortId, learners, groupId) => {
      must(await test.get(EnrolLearners).execute(marie, { cohortId, personIds: learners.map(({ personId }) => personId ?? ''), groupId, whenFull: 'refuse' }));
    },
    series,
    planned: async (...wishes) => must(await series(...wishes)),
    wall: async (cohortId) => {
      const rows = await test.asOwner<{ line: string }>(
        `select o.local_date || ' ' || to_char(o.local_time, 'HH24:MI') || ' ' || o.state as line from cohort_session s join occurrence o on o.id = s.occurrence_id where s.cohort_id = $1 order by o.starts_at`,
        [cohortId],
      );
      return rows.map(({ line }) => line);
    },
  };
}

async function publishedCourse({ test, centre }: LedgerWorld): Promise<{ id: string; versionId: string }> {
  const [made] = await test.asOwner<{ id: string; versionId: string }>(
    `with c as (insert into course (organisation_id, subject) values ($1, 'web-development') returning id),
       v as (insert into course_version (organisation_id, course_id, number, original_language) select $1, id, 1, 'en' from c returning id, course_id)
     select v.course_id as id, v.id as "versionId" from v`,
    [centre.id],
  );
  const versionId = made?.versionId ?? '';
  await test.asOwner(
    `with m as (insert into course_module (organisation_id, version_id, key, position) select $1, $2, 'm' || n, n from generate_series(1, 2) n returning id, position),
       l as (insert into lesson (organisation_id, version_id, module_id, key, position) select $1, $2, m.id, 'l' || m.position || n, n from m, generate_series(1, 2) n returning id, key)
     insert into course_text (organisation_id, version_id, owner_id, language, title)
       select $1, $2, id, 'en', 'Module ' || position from m union all select $1, $2, id, 'en', 'Lesson ' || key from l union all select $1, $2, id, 'fr', 'Leçon ' || key from l
       union all select $1, $2, $2, 'en', 'Web development'`,
    [centre.id, versionId],
  );
  await test.asOwner(`update course_version set state = 'published', published_at = app.now() where id = $1`, [versionId]);
  return { id: made?.id ?? '', versionId };
}
