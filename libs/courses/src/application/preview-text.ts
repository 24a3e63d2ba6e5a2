import { Injectable } from '@nestjs/common';
import { type Actor, Database, NotFound } from '@app/platform';
import { mayReadDrafts } from '../domain/course.policy.js';
import { CourseFileStore } from '../persistence/course-file.store.js';
import { LessonReads } from '../persistence/lesson.reads.js';
import { TextStore } from '../persistence/text.store.js';
import { placesOf } from '../rendering/lesson-places.js';
import { renderMarkdown } from '../rendering/render-markdown.js';

export interface PreviewInput {
  readonly ownerId: string;
  readonly language: string;
  readonly title: string;
  readonly markdown: string;
}

/** A text as learners would see it, before it is saved: by the same hand that renders lessons. */
@Injectable()
export class PreviewText {
  constructor(
    private readonly database: Database,
    private readonly texts: TextStore,
    private readonly lessons: LessonReads,
    private readonly files: CourseFileStore,
  ) {}

  async execute(actor: Actor, { ownerId, language, title, markdown }: PreviewInput): Promise<{ readonly html: string } | NotFound> {
    const places = await this.database.as(actor, async (tx) => {
      const versionId = await this.texts.versionOf(tx, ownerId);
      const organisationId = await this.texts.organisationOf(tx, ownerId);
      if (!versionId || !organisationId || !mayReadDrafts(actor, organisationId)) return new NotFound('course_text');
      const [text, lessons, images] = [await this.texts.find(tx, ownerId, language), await this.lessons.links(tx, versionId, true), await this.files.places(tx, versionId)];
      return placesOf(text?.file ?? null, { lessons, images, quizzes: new Map() });
    });
    return places instanceof NotFound ? places : { html: (await renderMarkdown(markdown, title, places)).html };
  }
}
