import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, InvalidInput, isProblem, NotFound, type Problem, type Tx } from '@app/platform';
import { type CourseVersion } from '../domain/course.js';
import { type QuizMoment } from '../domain/curriculum.js';
import { WrongPlace } from '../domain/problems.js';
import { type DraftItem, DraftStore, type ItemKind } from '../persistence/draft.store.js';
import { TextStore } from '../persistence/text.store.js';
import { DraftDesk } from './draft-desk.js';

interface Seen {
  readonly versionId: string;
  /** `treeVersion` as the person saw it. */
  readonly expectedTree: number;
}

export interface AddPartInput extends Seen {
  readonly kind: ItemKind;
  /** The module of a lesson, the lesson of an assignment; a quiz stands in a lesson or a module. */
  readonly parentId?: string | null;
  readonly title: string;
}

export interface MovePartInput extends Seen {
  readonly itemId: string;
  readonly parentId?: string | null;
  /** From 0, among its new brothers. */
  readonly position: number;
}

export interface ChangeLessonInput extends Seen {
  readonly lessonId: string;
  readonly minutes: number | null;
  readonly audience: 'everyone' | 'trainers';
}

export interface ChangeQuizInput extends Seen {
  readonly activityId: string;
  readonly moment: QuizMoment;
  /** From 1; only where it stands at a heading. */
  readonly heading: number | null;
}

/** A place that nothing has; the arrangement gives the real one. */
const BEHIND_ALL = 1_000_000;

interface Place {
  readonly parentId: string;
  readonly moduleId?: string;
  readonly lessonId?: string | null;
}

/** Parts of a draft: adding, moving, removing. Everything that is moved stays in its course. */
@Injectable()
export class EditTree {
  constructor(
    private readonly desk: DraftDesk,
    private readonly drafts: DraftStore,
    private readonly texts: TextStore,
  ) {}

  add(actor: Actor, { kind, parentId, title, ...seen }: AddPartInput): Promise<CourseVersion | Problem> {
    return this.desk.work(actor, seen, async (tx, draft) => {
      const place = await this.place(tx, draft, kind, parentId);
      if (isProblem(place)) return place;
      const brothers = await this.drafts.children(tx, kind, place.parentId);
      const key = await this.freshKey(tx, kind, place);
      const id = await this.drafts.insert(tx, draft, { kind, key, moduleId: place.moduleId, lessonId: place.lessonId, position: BEHIND_ALL });
      await this.drafts.arrange(tx, kind, place, [...brothers, id]);
      await this.texts.put(tx, { ownerId: id, versionId: draft.id, organisationId: draft.organisationId, language: draft.originalLanguage, title: title.trim() || '…', markdown: '', questions: kind === 'quiz' ? [] : null, olderThanOriginal: false });
      return this.drafts.touch(tx, draft.id, { tree: true });
    });
  }

  move(actor: Actor, { itemId, parentId, position, ...seen }: MovePartInput): Promise<CourseVersion | Problem> {
    return this.desk.work(actor, seen, async (tx, draft) => {
      const item = await this.drafts.item(tx, itemId);
      if (item?.versionId !== draft.id) return new NotFound('part');
      const place = await this.place(tx, draft, item.kind, parentId ?? parentOf(item));
      if (isProblem(place)) return place;
      const brothers = (await this.drafts.children(tx, item.kind, place.parentId)).filter((id) => id !== item.id);
      const order = [...brothers.slice(0, position), item.id, ...brothers.slice(position)];
      await this.drafts.arrange(tx, item.kind, place, order);
      return this.drafts.touch(tx, draft.id, { tree: true, arranged: true });
    });
  }

  remove(actor: Actor, { itemId, ...seen }: Seen & { readonly itemId: string }): Promise<CourseVersion | Problem> {
    return this.desk.work(actor, seen, async (tx, draft) => {
      const item = await this.drafts.item(tx, itemId);
      if (item?.versionId !== draft.id) return new NotFound('part');
      await this.drafts.rememberRemoval(tx, draft, item);
      await this.drafts.remove(tx, item);
      return this.drafts.touch(tx, draft.id, { tree: true });
    });
  }

  changeLesson(actor: Actor, { lessonId, minutes, audience, ...seen }: ChangeLessonInput): Promise<CourseVersion | Problem> {
    return this.desk.work(actor, seen, async (tx, draft) => {
      const item = await this.drafts.item(tx, lessonId);
      if (item?.versionId !== draft.id || item.kind !== 'lesson') return new NotFound('lesson');
      await this.drafts.changeLesson(tx, lessonId, { minutes, audience });
      return this.drafts.touch(tx, draft.id, { tree: true });
    });
  }

  /** Says where a quiz stands: before or after the text of its lesson, or below one of its headings. */
  changeQuiz(actor: Actor, { activityId, moment, heading, ...seen }: ChangeQuizInput): Promise<CourseVersion | Problem> {
    if ((moment === 'heading') !== (heading !== null)) return Promise.resolve(new InvalidInput([{ field: 'heading', reason: 'value.missing' }]));
    return this.desk.work(actor, seen, async (tx, draft) => {
      const item = await this.drafts.item(tx, activityId);
      if (item?.versionId !== draft.id || item.kind !== 'quiz') return new NotFound('quiz');
      await this.drafts.changeMoment(tx, activityId, { moment, heading });
      return this.drafts.touch(tx, draft.id, { tree: true });
    });
  }

  /** Where a part of this kind would stand; the parent has to be one of the same draft, whoever owns the other. */
  private async place(tx: Tx, draft: CourseVersion, kind: ItemKind, parentId: string | null | undefined): Promise<Place | WrongPlace> {
    if (kind === 'module') return { parentId: draft.id };
    const parent = parentId ? await this.drafts.item(tx, parentId) : undefined;
    if (parent?.versionId !== draft.id) return new WrongPlace();
    if (parent.kind === 'module' && (kind === 'lesson' || kind === 'quiz')) return { parentId: parent.id, moduleId: parent.id, lessonId: null };
    return parent.kind === 'lesson' && kind !== 'lesson' ? { parentId: parent.id, moduleId: parent.moduleId, lessonId: parent.id } : new WrongPlace();
  }

  /** A name for files and new imports, which no part of the files can have by chance. */
  private async freshKey(tx: Tx, kind: ItemKind, place: Place): Promise<string> {
    const name = `made-${randomBytes(4).toString('hex')}`;
    if (kind === 'module') return name;
    if (kind === 'quiz') return `quiz-${name}`;
    const parent = await this.drafts.item(tx, place.parentId);
    return kind === 'lesson' ? `${parent?.key === '.' ? '' : `${parent?.key ?? ''}/`}${name}` : `${parent?.key ?? ''}#${name}`;
  }
}

const parentOf = (item: DraftItem): string => (item.kind === 'lesson' ? item.moduleId : (item.lessonId ?? item.moduleId));
