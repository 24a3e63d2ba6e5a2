import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

/** Questions as learners see them; which answers are right stands beside, for builders only. */
export interface StoredQuestion {
  readonly text: string;
  readonly answers: readonly string[];
}

export interface EditedText {
  readonly ownerId: string;
  readonly versionId: string;
  readonly organisationId: string;
  readonly language: string;
  readonly title: string;
  readonly markdown: string;
  readonly questions: readonly StoredQuestion[] | null;
  readonly olderThanOriginal: boolean;
  readonly file: string | null;
  readonly version: number;
}

const TEXT = `owner_id as "ownerId", version_id as "versionId", organisation_id as "organisationId", language, title, markdown, questions, older_than_original as "olderThanOriginal", file, version`;

/** Texts of drafts as authors write them. */
@Injectable()
export class TextStore {
  async find(tx: Tx, ownerId: string, language: string): Promise<EditedText | undefined> {
    return (await tx.query<EditedText>(`select ${TEXT} from course_text where owner_id = $1 and language = $2`, [ownerId, language]))[0];
  }

  /** Which version an owner of texts belongs to: itself, or that of the module, lesson or activity. */
  async versionOf(tx: Tx, ownerId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ versionId: string }>(
      `select id as "versionId" from course_version where id = $1 union all select version_id from course_module where id = $1
       union all select version_id from lesson where id = $1 union all select version_id from activity where id = $1`,
      [ownerId],
    );
    return row?.versionId;
  }

  async organisationOf(tx: Tx, ownerId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ organisationId: string }>('select v.organisation_id as "organisationId" from course_version v where v.id = $1', [await this.versionOf(tx, ownerId)]);
    return row?.organisationId;
  }

  async solutionOf(tx: Tx, ownerId: string): Promise<readonly (readonly boolean[])[] | undefined> {
    return (await tx.query<{ solution: readonly (readonly boolean[])[] }>('select solution from activity where id = $1 and solution is not null', [ownerId]))[0]?.solution;
  }

  /** Writes a text; a new one where there was none in this language. `older` says whether it still is behind the original. */
  async put(tx: Tx, text: Pick<EditedText, 'ownerId' | 'versionId' | 'organisationId' | 'language' | 'title' | 'markdown' | 'questions' | 'olderThanOriginal'>): Promise<EditedText> {
    const [row] = await tx.query<EditedText>(
      `insert into course_text as t (organisation_id, version_id, owner_id, language, title, markdown, questions, older_than_original, edited_at) values ($1, $2, $3, $4, $5, $6, $7, $8, app.now())
       on conflict on constraint course_text_pk do update set title = excluded.title, markdown = excluded.markdown, questions = excluded.questions,
         older_than_original = excluded.older_than_original, edited_at = app.now(), version = t.version + 1
       returning ${TEXT}`,
      [text.organisationId, text.versionId, text.ownerId, text.language, text.title, text.markdown, text.questions && JSON.stringify(text.questions), text.olderThanOriginal],
    );
    if (!row) throw new Error('A text was not written.');
    return row;
  }

  async markTranslationsOlder(tx: Tx, ownerId: string, original: string): Promise<void> {
    await tx.query('update course_text set older_than_original = true where owner_id = $1 and language <> $2 and not older_than_original', [ownerId, original]);
  }

  async remove(tx: Tx, ownerId: string, language: string): Promise<void> {
    await tx.query('delete from course_text where owner_id = $1 and language = $2', [ownerId, language]);
  }
}
