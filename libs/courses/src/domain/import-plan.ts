import { isDeepStrictEqual } from 'node:util';
import { type ContentRows, COURSE_KEY, type TextRow } from './content-rows.js';

/** A text as it stands in the version before, named so that it can be found in new files. */
export interface StandingText {
  /** "lesson:2-basics/1-data-types". */
  readonly owner: string;
  readonly language: string;
  readonly title: string;
  readonly markdown: string;
  readonly questions: unknown;
  /** Null for a text that no file held: it was made here. */
  readonly importedHash: string | null;
  readonly isEdited: boolean;
  readonly olderThanOriginal: boolean;
}

export interface TextPlace {
  readonly owner: string;
  readonly language: string;
  /** The title that people know it by. */
  readonly title?: string;
}

/** What a new import of the same course would do. */
export interface ImportPlan {
  readonly added: readonly TextPlace[];
  readonly changed: readonly TextPlace[];
  readonly removed: readonly TextPlace[];
  /** Made or edited here while the file stayed the same: kept. */
  readonly kept: readonly TextPlace[];
  /** Edited here and changed or removed in the files: somebody has to choose. */
  readonly conflicts: readonly TextPlace[];
  readonly texts: readonly TextRow[];
}

/** What to do with texts that were edited here and changed in the files as well. */
export type ConflictChoice = 'keep-edits' | 'take-files';

const nameOf = ({ owner, language }: TextPlace): string => `${owner} ${language}`;

/** Whether a standing text survives although the files do not hold it. */
export function survives({ importedHash, isEdited }: StandingText, choice?: ConflictChoice): boolean {
  return importedHash === null || (isEdited && choice !== 'take-files');
}

/** Compares new content, with what was made by hand put back, with what stands. Edits survive unless the file changed too and `choice` takes the files. */
export function planImport(rows: ContentRows, standing: readonly StandingText[], options: { readonly choice?: ConflictChoice; readonly inFiles: ReadonlySet<string> }): ImportPlan {
  const owners = ownersOf(rows);
  const before = new Map(standing.map((text) => [nameOf(text), text]));
  const places = rows.texts.map((text) => {
    const place = { owner: owners.get(text.owner_id) ?? text.owner_id, language: text.language };
    return { text, place: { ...place, title: before.get(nameOf(place))?.title ?? text.title } };
  });
  const judged = places.map(({ text, place }) => ({ place, ...judge({ text, standing: before.get(nameOf(place)), isInFiles: options.inFiles.has(nameOf(place)), choice: options.choice }) }));
  const present = new Set(places.map(({ place }) => nameOf(place)));
  const of = (verdict: Verdict): TextPlace[] => judged.filter((entry) => entry.verdict === verdict).map(({ place }) => place);
  return {
    added: of('added'),
    changed: of('changed'),
    kept: of('kept'),
    conflicts: of('conflict'),
    removed: standing.filter((text) => !present.has(nameOf(text))).map(({ owner, language, title }) => ({ owner, language, title })),
    texts: judged.map(({ text }) => text),
  };
}

/** Names of all texts of rows, for `inFiles`. */
export function textNames(rows: ContentRows): ReadonlySet<string> {
  const owners = ownersOf(rows);
  return new Set(rows.texts.map(({ owner_id, language }) => nameOf({ owner: owners.get(owner_id) ?? owner_id, language })));
}

type Verdict = 'added' | 'same' | 'changed' | 'kept' | 'conflict';

interface Judged {
  readonly text: TextRow;
  readonly standing?: StandingText;
  readonly isInFiles: boolean;
  readonly choice?: ConflictChoice;
}

function judge({ text, standing, isInFiles, choice }: Judged): { readonly verdict: Verdict; readonly text: TextRow } {
  if (!standing) return { verdict: 'added', text };
  // What was written here came back in the files, as after an export: nobody has to choose between two texts that are one.
  if (isInFiles && saysTheSame(text, standing)) return { verdict: 'same', text };
  return standing.importedHash === null ? { verdict: 'kept', text: asEdited(text, standing, null) } : judgeFile({ text, standing, isInFiles, choice });
}

function judgeFile({ text, standing, isInFiles, choice }: Judged & { readonly standing: StandingText }): ReturnType<typeof judge> {
  const fileChanged = !isInFiles || standing.importedHash !== text.imported_hash;
  if (!standing.isEdited || (fileChanged && choice === 'take-files')) return { verdict: fileChanged ? 'changed' : 'same', text };
  return { verdict: fileChanged && choice === undefined ? 'conflict' : 'kept', text: asEdited(text, standing, text.imported_hash) };
}

const saysTheSame = (text: TextRow, standing: StandingText): boolean =>
  isDeepStrictEqual([text.title, text.markdown, text.questions], [standing.title, standing.markdown, standing.questions]);

function asEdited(text: TextRow, { title, markdown, questions, olderThanOriginal }: StandingText, imported_hash: string | null): TextRow {
  return { ...text, title, markdown, questions, older_than_original: olderThanOriginal, imported_hash, edited: true };
}

function ownersOf(rows: ContentRows): ReadonlyMap<string, string> {
  return new Map([
    [COURSE_KEY, 'course:'] as const,
    ...rows.modules.map(({ id, key }) => [id, `module:${key}`] as const),
    ...rows.lessons.map(({ id, key }) => [id, `lesson:${key}`] as const),
    ...rows.activities.map(({ id, key }) => [id, `activity:${key}`] as const),
  ]);
}
