import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, NotAllowed, NotFound, type Problem, StaleVersion } from '@app/platform';
import { type CourseVersion, type Level, type Readers, type Subject } from '../domain/course.js';
import { mayBuildCourses } from '../domain/course.policy.js';
import { type SkillRef } from '../domain/curriculum.js';
import { cleanImage } from '../domain/images/clean-image.js';
import { ImageRefused } from '../domain/problems.js';
import { distinctSkills } from '../domain/skills.js';
import { faultsOfPrice, faultsOfText } from '../domain/text-input.js';
import { CourseContent } from '../persistence/course-content.js';
import { CourseStore } from '../persistence/course.store.js';
import { DraftEditing } from './draft-editing.js';

export interface CreateCourseInput {
  readonly organisationId: string;
  readonly subject: Subject;
  readonly level?: Level | null;
  /** Language in which it is written. */
  readonly language: string;
  readonly title: string;
}

export interface ChangeCourseInput {
  readonly courseId: string;
  readonly expectedVersion: number;
  readonly subject: Subject;
  readonly level: Level | null;
  /** Shown in the catalogue, for everybody. */
  readonly isPublic: boolean;
  /** What is left out here and below stays as it is. */
  readonly readers?: Readers;
  /** As people write it; null is free. */
  readonly price?: string | null;
  /** Ids of courses of the same centre that should be known before. */
  readonly prerequisiteIds?: readonly string[];
}

export interface AddImageInput {
  readonly versionId: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** A course as a whole: made, described, begun anew as a draft, given skills and images. */
@Injectable()
export class EditCourse {
  constructor(
    private readonly database: Database,
    private readonly courses: CourseStore,
    private readonly editing: DraftEditing,
    private readonly content: CourseContent,
  ) {}

  async create(actor: Actor, input: CreateCourseInput): Promise<CourseVersion | NotAllowed | InvalidInput> {
    if (!mayBuildCourses(actor, input.organisationId)) return new NotAllowed('course.create');
    const faults = faultsOfText({ title: input.title, markdown: '' });
    if (faults.length > 0) return new InvalidInput(faults);
    return this.database.as(actor, async (tx) => {
      const courseId = await this.courses.insertCourse(tx, input.organisationId, input);
      const version = await this.courses.insertVersion(tx, { organisationId: input.organisationId, courseId, originalLanguage: input.language });
      await this.editing.texts.put(tx, { ownerId: version.id, versionId: version.id, organisationId: input.organisationId, language: input.language, title: input.title.trim(), markdown: '', questions: null, olderThanOriginal: false });
      await this.editing.changes.append(tx, { organisationId: input.organisationId, subjectKind: 'course', subjectId: courseId, version: 1, kind: 'created' });
      return version;
    });
  }

  change(actor: Actor, { courseId, expectedVersion, prerequisiteIds, ...given }: ChangeCourseInput): Promise<{ readonly courseId: string } | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    const facts = { ...given, price: given.price === undefined ? undefined : given.price?.trim() || null };
    const faults = faultsOfPrice(facts.price ?? null);
    if (faults.length > 0) return Promise.resolve(new InvalidInput(faults));
    return this.database.as(actor, async (tx) => {
      const course = await this.courses.lockCourse(tx, courseId);
      if (!course) return new NotFound('course');
      if (!mayBuildCourses(actor, course.organisationId)) return new NotAllowed('course.edit');
      if (prerequisiteIds && !(await this.courses.mayRequire(tx, courseId, prerequisiteIds))) return new InvalidInput([{ field: 'prerequisiteIds', reason: 'course.requires-itself' }]);
      const version = await this.courses.changeCourse(tx, courseId, { ...facts, expectedVersion, publicId: freshPublicId() });
      if (version === undefined) return new StaleVersion(expectedVersion, expectedVersion + 1);
      if (prerequisiteIds) await this.courses.replacePrerequisites(tx, course, prerequisiteIds);
      await this.editing.changes.append(tx, { organisationId: course.organisationId, subjectKind: 'course', subjectId: courseId, version, kind: 'changed' });
      return { courseId };
    });
  }

  /** The draft of a course; where the newest version is published, a copy of it begins one. */
  startDraft(actor: Actor, courseId: string): Promise<CourseVersion | NotAllowed | NotFound> {
    return this.database.as(actor, async (tx) => {
      const course = await this.courses.lockCourse(tx, courseId);
      if (!course) return new NotFound('course');
      if (!mayBuildCourses(actor, course.organisationId)) return new NotAllowed('course.edit');
      const latest = await this.courses.latestVersion(tx, courseId);
      if (latest === undefined || latest.state === 'draft') return latest ?? new NotFound('course_version');
      const draft = await this.courses.insertVersion(tx, { organisationId: course.organisationId, courseId, originalLanguage: latest.originalLanguage });
      await this.editing.drafts.copy(tx, latest.id, draft.id);
      await this.editing.changes.append(tx, { organisationId: course.organisationId, subjectKind: 'course', subjectId: courseId, version: draft.number, kind: 'drafted' });
      return this.editing.drafts.touch(tx, draft.id);
    });
  }

  /** Replaces the whole list, and therefore only the one that the person saw. */
  setSkills(actor: Actor, seen: { readonly versionId: string; readonly expectedTree: number }, skills: readonly SkillRef[]): Promise<CourseVersion | Problem> {
    return this.editing.desk.work(actor, seen, async (tx, draft) => {
      await this.courses.replaceSkills(tx, draft, distinctSkills(skills));
      return this.editing.drafts.touch(tx, draft.id, { tree: true });
    });
  }

  /** Takes an image into a draft; answers the path under which its texts show it. */
  async addImage(actor: Actor, { versionId, name, bytes }: AddImageInput): Promise<{ readonly path: string; readonly fileId: string } | Problem> {
    const image = cleanImage(name, bytes);
    if (typeof image === 'string') return new ImageRefused(image);
    return this.editing.desk.work(actor, { versionId }, async (tx, draft) => {
      const fileId = await this.content.files.put(tx, draft.organisationId, image);
      const path = this.freePath(await this.content.files.places(tx, draft.id), name, fileId);
      await this.content.files.show(tx, { organisationId: draft.organisationId, versionId: draft.id, path, fileId });
      await this.editing.drafts.touch(tx, draft.id);
      return { path: `/${path}`, fileId };
    });
  }

  private freePath(taken: ReadonlyMap<string, { readonly fileId: string }>, name: string, fileId: string): string {
    const [, stem = 'image', ending = ''] = /^(.*?)(\.[a-z]+)$/i.exec(name.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(-80)) ?? [];
    const path = (number: number): string => `images/${stem.replace(/^[.-]+/, '') || 'image'}${number === 1 ? '' : `-${number}`}${ending.toLowerCase()}`;
    let number = 1;
    while (taken.has(path(number)) && taken.get(path(number))?.fileId !== fileId) number += 1;
    return path(number);
  }
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const freshPublicId = (): string => Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)] ?? 'a').join('');
