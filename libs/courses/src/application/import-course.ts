import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, NotAllowed, NotFound, type Tx } from '@app/platform';
import { type ContentRows, contentRows, fingerprint } from '../domain/content-rows.js';
import { type CourseFacts, type CourseVersion } from '../domain/course.js';
import { mayBuildCourses } from '../domain/course.policy.js';
import { type Curriculum } from '../domain/curriculum.js';
import { type ConflictChoice, type ImportPlan, planImport, survives, type TextPlace, textNames } from '../domain/import-plan.js';
import { mergeImport } from '../domain/merge-import.js';
import { EditsInTheWay } from '../domain/problems.js';
import { distinctSkills } from '../domain/skills.js';
import { partNames, withoutRemoved } from '../domain/without-removed.js';
import { CourseContent } from '../persistence/course-content.js';
import { CourseStore } from '../persistence/course.store.js';

export interface ImportCourseInput extends CourseFacts {
  readonly organisationId: string;
  readonly curriculum: Curriculum;
  /** The course that the files are a newer state of; without one a new course is made. */
  readonly courseId?: string;
  /** Name of the folder or archive, by which the course is found again. */
  readonly source?: string;
  readonly onConflict?: ConflictChoice;
}

export type ShownPlan = Pick<ImportPlan, 'added' | 'changed' | 'removed' | 'kept' | 'conflicts'>;

export interface ImportedCourse {
  readonly courseId: string;
  readonly version: CourseVersion;
  readonly plan: ShownPlan;
}

interface Prepared {
  readonly latest?: CourseVersion;
  readonly hash: string;
  readonly rows: ContentRows;
  readonly merged: Curriculum;
  readonly plan: ImportPlan;
  /** Parts that the files hold and that stay removed here. */
  readonly removals: readonly { readonly owner: string; readonly title: string }[];
}

/**
 * Stores a curriculum as the draft of a course: whole or not at all. A published version is never touched: the next draft starts from it.
 * The same files twice add nothing; what was made, edited or put into order here stays, and where the files changed as well somebody has to choose.
 */
@Injectable()
export class ImportCourse {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly content: CourseContent,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: ImportCourseInput): Promise<ImportedCourse | NotAllowed | NotFound | EditsInTheWay> {
    return this.database.as(
      actor,
      async (tx) => {
        if (!mayBuildCourses(actor, input.organisationId)) return new NotAllowed('course.import');
        const courseId = input.courseId ?? (await this.courses.insertCourse(tx, input.organisationId, input));
        const course = await this.courses.lockCourse(tx, courseId);
        return course?.organisationId === input.organisationId ? this.intoDraft(tx, courseId, input) : new NotFound('course');
      },
      { statementTimeout: 30_000 },
    );
  }

  /** What an import into a course would do; nothing is changed. */
  plan(actor: Actor, input: Pick<ImportCourseInput, 'organisationId' | 'curriculum'> & { readonly courseId: string }): Promise<ShownPlan | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      if (!mayBuildCourses(actor, input.organisationId)) return new NotAllowed('course.import');
      const course = await this.courses.lockCourse(tx, input.courseId);
      return course?.organisationId === input.organisationId ? shown((await this.prepare(tx, input.courseId, input)).plan) : new NotFound('course');
    });
  }

  private async intoDraft(tx: Tx, courseId: string, input: ImportCourseInput): Promise<ImportedCourse | EditsInTheWay> {
    const { latest, hash, rows, merged, plan, removals } = await this.prepare(tx, courseId, input);
    if (latest?.importedHash === hash) return { courseId, version: latest, plan: shown(plan) };
    if (plan.conflicts.length > 0) return new EditsInTheWay(plan.conflicts);
    const { organisationId, curriculum } = input;
    const draft = latest?.state === 'draft' ? latest : await this.courses.insertVersion(tx, { organisationId, courseId, originalLanguage: curriculum.originalLanguage, licence: curriculum.licence });
    const version = await this.courses.replaceContent(tx, draft, { ...rows, texts: plan.texts }, hash);
    await this.courses.replaceSkills(tx, draft, distinctSkills(merged.skills ?? []));
    await this.courses.replaceRemovals(tx, draft, removals);
    if (latest && latest.id !== draft.id) await this.courses.copyFiles(tx, latest, draft);
    await this.content.files.showAll(tx, draft, curriculum.images ?? []);
    await this.changes.append(tx, { organisationId, subjectKind: 'course', subjectId: courseId, version: draft.number, kind: 'imported' });
    return { courseId, version, plan: shown(plan) };
  }

  private async prepare(tx: Tx, courseId: string, { curriculum, onConflict: choice }: Pick<ImportCourseInput, 'curriculum' | 'onConflict'>): Promise<Prepared> {
    const latest = await this.courses.latestVersion(tx, courseId);
    const everything = contentRows(curriculum);
    const hash = fingerprint(everything, curriculum.images);
    const removals = latest && choice !== 'take-files' ? await this.courses.removals(tx, latest.id) : [];
    const files = withoutRemoved(curriculum, new Set(removals.map(({ owner }) => owner)));
    const fromFiles = files === curriculum ? everything : contentRows(files);
    if (!latest) return { hash, rows: fromFiles, merged: files, removals, plan: planImport(fromFiles, [], { inFiles: textNames(fromFiles) }) };
    const texts = await this.courses.standingTexts(tx, latest.id);
    const standing = await this.content.curricula.of(tx, latest.id);
    const surviving = new Set(texts.filter((text) => survives(text, choice)).map(({ owner, language }) => `${owner} ${language}`));
    const hand = { keeps: (owner: string, language: string) => surviving.has(`${owner} ${language}`), isArranged: latest.isArranged && choice !== 'take-files' };
    const merged = standing ? mergeImport(files, standing, hand) : files;
    const rows = contentRows(merged, await this.courses.identities(tx, latest.id));
    const plan = planImport(rows, texts, { choice, inFiles: textNames(fromFiles) });
    const open = choice === undefined ? stillInFiles(curriculum, removals) : [];
    return { latest, hash, rows, merged, removals, plan: { ...plan, conflicts: [...plan.conflicts, ...open] } };
  }
}

/** What was removed here and is in the files all the same: somebody says whether it comes back. What hangs on a removed part goes with it. */
function stillInFiles(curriculum: Curriculum, removals: Prepared['removals']): readonly TextPlace[] {
  const names = partNames(curriculum);
  return removals.filter(({ owner }) => names.has(owner)).map(({ owner, title }) => ({ owner, title, language: curriculum.originalLanguage }));
}

const shown = ({ added, changed, removed, kept, conflicts }: ImportPlan): ShownPlan => ({ added, changed, removed, kept, conflicts });
