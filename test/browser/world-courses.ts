import { CancelSessions, ChangeCohortState, ChangeEnrolment, ChangeGroups, type CohortState, CreateCohort, CreateSeries, EnrolLearners, MoveSessions, ReadCohorts } from '@app/cohorts';
import { EditCourse, EditText, EditTree, Findings, ImportCourse, openSource, PublishCourse, ReadCourses, readCurriculum, type ShownTree, type Subject } from '@app/courses';
import { type Actor, addDays } from '@app/platform';
import { type GetUseCase } from '../../apps/cli/src/use-cases.js';
import { must } from './must.js';

/** Ids that the addresses of courses and cohorts need. */
export interface Teaching {
  readonly courseId: string;
  readonly publicId: string;
  /** A lesson of the published version, with text, assignment and quiz. */
  readonly lessonId: string;
  readonly draftCourseId: string;
  /** Full, with sessions, groups, changes and a waiting list. */
  readonly cohortId: string;
  /** Running, with a free seat and people who wait for it. */
  readonly runningCohortId: string;
  /** Open, with nobody and nothing in it. */
  readonly emptyCohortId: string;
  /** Open to who has completed another course; two who have not are in it. */
  readonly laterCohortId: string;
}

export interface TeachingGround {
  readonly get: GetUseCase;
  readonly actor: Actor;
  readonly organisationId: string;
  readonly siteId: string;
  readonly roomId: string;
  readonly trainerId: string;
  readonly learnerIds: readonly string[];
  /** The day on the wall. */
  readonly today: string;
}

/** A published course with a draft behind it, a course that was only begun; a cohort that is full and one that is empty. */
export async function teach(ground: TeachingGround): Promise<Teaching> {
  const course = await published(ground);
  const draftCourseId = await begun(ground);
  const cohortId = await cohort(ground, course.courseId, { name: 'Développement web, édition de printemps', capacity: 6, states: ['open'] });
  await fill(ground, cohortId);
  const emptyCohortId = await cohort(ground, course.courseId, { name: 'Développement web, soirée', capacity: 12, states: ['open'] });
  const runningCohortId = await running(ground, course.courseId);
  await cohort(ground, course.courseId, { name: 'Développement web, été', capacity: 12, states: [] });
  const laterCohortId = await later(ground, course.courseId);
  return { ...course, draftCourseId, cohortId, runningCohortId, emptyCohortId, laterCohortId };
}

const lessonsOf = (tree: ShownTree) => tree.modules.flatMap(({ lessons }) => lessons);

async function imported({ get, actor, organisationId }: TeachingGround, folder: string, subject: Subject): Promise<{ readonly courseId: string; readonly versionId: string }> {
  const findings = new Findings();
  const source = await openSource(`apps/cli/demo-courses/${folder}`, findings);
  const curriculum = source && (await readCurriculum(source, findings));
  source?.close();
  if (!curriculum) throw new Error('The demo course cannot be read.');
  const { courseId, version } = must(await get(ImportCourse).execute(actor, { organisationId, curriculum, source: folder, subject, level: 'foundation' }));
  must(await get(PublishCourse).execute(actor, { courseId, expectedVersion: version.version }));
  return { courseId, versionId: version.id };
}

/** What comes after another course, at a price. */
async function later(ground: TeachingGround, before: string): Promise<string> {
  const { get, actor, learnerIds } = ground;
  const { courseId } = await imported(ground, 'ai', 'ai');
  const { version } = must(await get(ReadCourses).one(actor, courseId));
  must(await get(EditCourse).change(actor, { courseId, expectedVersion: version, subject: 'ai', level: 'intermediate', isPublic: true, price: '80 €', prerequisiteIds: [before] }));
  const cohortId = await cohort(ground, courseId, { name: 'IA, deuxième niveau', capacity: 8, states: ['open'], demandsPrerequisites: true });
  must(await get(EnrolLearners).execute(actor, { cohortId, personIds: learnerIds.slice(-2), whenFull: 'refuse' }));
  return cohortId;
}

async function published(ground: TeachingGround): Promise<Pick<Teaching, 'courseId' | 'publicId' | 'lessonId'>> {
  const { get, actor } = ground;
  const { courseId, versionId } = await imported(ground, 'web-development', 'web-development');
  const reads = get(ReadCourses);
  const course = must(await reads.one(actor, courseId));
  must(await get(EditCourse).change(actor, { courseId, expectedVersion: course.version, subject: 'web-development', level: 'foundation', isPublic: true, readers: 'members' }));
  const lessonId = lessonsOf(must(await reads.tree(actor, versionId))).find(({ activities }) => activities.length > 1)?.id ?? '';
  await edit({ get, actor }, courseId);
  return { courseId, lessonId, publicId: must(await reads.one(actor, courseId)).publicId ?? '' };
}

/** A draft that differs from what is published: a text rewritten, whose translations are now behind, and a lesson more. */
async function edit({ get, actor }: Pick<TeachingGround, 'get' | 'actor'>, courseId: string): Promise<void> {
  const draft = must(await get(EditCourse).startDraft(actor, courseId));
  const tree = must(await get(ReadCourses).tree(actor, draft.id));
  const first = lessonsOf(tree)[0]?.id ?? '';
  const text = must(await get(EditText).open(actor, first, draft.originalLanguage));
  must(await get(EditText).save(actor, { ownerId: first, language: draft.originalLanguage, expectedVersion: text.version, title: text.title, markdown: `${text.markdown}\n\n> Revu avec le groupe de novembre.\n`, questions: null }));
  const seen = must(await get(ReadCourses).tree(actor, draft.id));
  must(await get(EditTree).add(actor, { versionId: draft.id, expectedTree: seen.treeVersion, kind: 'lesson', parentId: seen.modules[0]?.id, title: 'Publier son premier site' }));
}

async function begun({ get, actor, organisationId }: TeachingGround): Promise<string> {
  const { courseId } = must(await get(EditCourse).create(actor, { organisationId, subject: 'other', level: 'foundation', language: 'fr', title: 'Introduction à Python' }));
  return courseId;
}

interface CohortWishes {
  readonly name: string;
  readonly capacity: number;
  readonly states: readonly CohortState[];
  readonly demandsPrerequisites?: boolean;
}

async function cohort({ get, actor, organisationId, siteId, today }: TeachingGround, courseId: string, { states, ...wishes }: CohortWishes): Promise<string> {
  const facts = { organisationId, courseId, siteId, ...wishes, language: 'fr' as const, minimum: 4, startsOn: addDays(today, 1), endsOn: addDays(today, 120) };
  const made = must(await get(CreateCohort).execute(actor, facts));
  let { version } = made;
  for (const to of states) ({ version } = must(await get(ChangeCohortState).execute(actor, { cohortId: made.cohortId, expectedVersion: version, to })));
  return made.cohortId;
}

/** A cohort in which somebody left while others wait, with a session that is still to come. */
async function running(ground: TeachingGround, courseId: string): Promise<string> {
  const { get, actor, learnerIds, today } = ground;
  const cohortId = await cohort(ground, courseId, { name: 'Développement web, samedi', capacity: 4, states: ['open'] });
  must(await get(EnrolLearners).execute(actor, { cohortId, personIds: learnerIds.slice(-6), whenFull: 'wait' }));
  let { version } = must(await get(ReadCohorts).one(actor, cohortId));
  const slots = [{ weekday: 6, startsAt: '09:00', endsAt: '12:00' }];
  must(await get(CreateSeries).execute(actor, { cohortId, rule: { slots, from: addDays(today, 60), count: 2, everyWeeks: 1 }, trainerIds: [], resourceIds: [], about: 'title', title: 'Projet', kind: 'project-day' }));
  for (const to of ['confirmed', 'running'] as const) ({ version } = must(await get(ChangeCohortState).execute(actor, { cohortId, expectedVersion: version, to })));
  const { rows } = must(await get(ReadCohorts).learners(actor, { cohortId }, { first: 1 }));
  const [leaver] = rows;
  if (!leaver) throw new Error('Nobody is in the cohort.');
  must(await get(ChangeEnrolment).execute(actor, { cohortId, personId: leaver.personId, expectedVersion: leaver.version, to: 'withdrawn' }));
  return cohortId;
}

async function fill({ get, actor, roomId, trainerId, learnerIds, today }: TeachingGround, cohortId: string): Promise<void> {
  const groups = must(await get(ChangeGroups).execute(actor, { cohortId, name: 'Groupe du matin' }));
  must(await get(ChangeGroups).execute(actor, { cohortId, name: 'Groupe du soir' }));
  must(await get(EnrolLearners).execute(actor, { cohortId, personIds: learnerIds.slice(0, 2), groupId: groups[0]?.id, whenFull: 'refuse' }));
  must(await get(EnrolLearners).execute(actor, { cohortId, personIds: learnerIds.slice(2), whenFull: 'wait' }));
  const slots = [2, 4].map((weekday) => ({ weekday, startsAt: '09:00', endsAt: '12:00' }));
  must(await get(CreateSeries).execute(actor, { cohortId, rule: { slots, from: addDays(today, 1), count: 10, everyWeeks: 1 }, trainerIds: [trainerId], resourceIds: [roomId], about: 'lessons' }));
  const sessions = must(await get(ReadCohorts).sessions(actor, cohortId));
  const [moved, cancelled] = [sessions[2], sessions[4]];
  if (!moved || !cancelled) throw new Error('The series is too short.');
  must(await get(MoveSessions).execute(actor, { cohortId, occurrenceId: moved.id, expectedVersion: moved.version, following: false, to: { date: addDays(moved.localDate, 1), startsAt: '13:00', endsAt: '16:00' } }));
  must(await get(CancelSessions).execute(actor, { cohortId, occurrenceId: cancelled.id, expectedVersion: cancelled.version, following: false }));
}
