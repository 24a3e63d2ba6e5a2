import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, NotFound, type Problem, StaleVersion, type Tx } from '@app/platform';
import { mayReadDrafts } from '../domain/course.policy.js';
import { type CourseVersion } from '../domain/course.js';
import { faultsOfText, type QuestionInput, type TextInput } from '../domain/text-input.js';
import { DraftStore } from '../persistence/draft.store.js';
import { type EditedText, type StoredQuestion, TextStore } from '../persistence/text.store.js';
import { DraftDesk } from './draft-desk.js';

export interface SaveTextInput extends TextInput {
  readonly ownerId: string;
  readonly language: string;
  /** Of the text that the person began with; 0 where there was none in this language. */
  readonly expectedVersion: number;
}

/** A text with what only its authors see: which answers are right. */
export interface OpenText extends Omit<EditedText, 'questions'> {
  readonly questions: readonly QuestionInput[] | null;
}

/** Texts of drafts: opened by builders, saved as they type, never over somebody else's words. */
@Injectable()
export class EditText {
  constructor(
    private readonly desk: DraftDesk,
    private readonly database: Database,
    private readonly texts: TextStore,
    private readonly drafts: DraftStore,
  ) {}

  open(actor: Actor, ownerId: string, language: string): Promise<OpenText | NotFound> {
    return this.database.as(actor, async (tx) => {
      const text = await this.texts.find(tx, ownerId, language);
      if (!text || !mayReadDrafts(actor, text.organisationId)) return new NotFound('course_text');
      return this.opened(tx, text);
    });
  }

  async save(actor: Actor, input: SaveTextInput): Promise<OpenText | Problem> {
    const faults = faultsOfText(input);
    if (faults.length > 0) return new InvalidInput(faults);
    const versionId = await this.database.as(actor, (tx) => this.texts.versionOf(tx, input.ownerId));
    if (!versionId) return new NotFound('course_text');
    return this.desk.work(actor, { versionId }, (tx, draft) => this.write(tx, draft, input));
  }

  private async write(tx: Tx, draft: CourseVersion, input: SaveTextInput): Promise<OpenText | Problem> {
    const { ownerId, language } = input;
    const standing = await this.texts.find(tx, ownerId, language);
    if ((standing?.version ?? 0) !== input.expectedVersion) return new StaleVersion(input.expectedVersion, standing?.version ?? 0);
    const isOriginal = language === draft.originalLanguage;
    const place = { ownerId, language, versionId: draft.id, organisationId: draft.organisationId };
    const saved = await this.texts.put(tx, { ...place, title: input.title.trim(), markdown: input.markdown, questions: shownQuestions(input), olderThanOriginal: false });
    if (isOriginal) await this.followOriginal(tx, input);
    await this.drafts.touch(tx, draft.id);
    return this.opened(tx, saved);
  }

  /** Translations fall behind, and the original says which answers are right. */
  private async followOriginal(tx: Tx, { ownerId, language, questions }: SaveTextInput): Promise<void> {
    await this.texts.markTranslationsOlder(tx, ownerId, language);
    if (questions) await this.drafts.solve(tx, ownerId, questions.map(({ answers }) => answers.map(({ isRight }) => isRight)));
  }

  private async opened(tx: Tx, text: EditedText): Promise<OpenText> {
    const solution = text.questions && (await this.texts.solutionOf(tx, text.ownerId));
    const questions = text.questions?.map((question, at) => ({ text: question.text, answers: question.answers.map((answer, index) => ({ text: answer, isRight: solution?.[at]?.[index] ?? false })) })) ?? null;
    return { ...text, questions };
  }
}

function shownQuestions({ questions }: SaveTextInput): StoredQuestion[] | null {
  return questions?.map(({ text, answers }) => ({ text: text.trim(), answers: answers.map((answer) => answer.text.trim()) })) ?? null;
}
