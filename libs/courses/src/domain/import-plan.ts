import { type ContentRows, COURSE_KEY, type TextRow } from './content-rows.js';

/** A text as it stands in the version before, named so that it can be found in new files. */
export interface StandingText {
  /** "lesson:2-basics/1-data-types". */
  readonly owner: string;
  readonly language: string;
  readonly title: string;
  readonly markdown: string;
  readonly questions: unknown;
  readonly importedHash: string | null;
  readonly isEdited: boolean;
}

export interface TextPlace {
  readonly owner: string;
  readonly language: string;
}

/** What a new import of the same course would do. */
export interface ImportPlan {
  readonly added: readonly TextPlace[];
  readonly changed: readonly TextPlace[];
  readonly removed: readonly TextPlace[];
  /** Edited here while the file stayed the same: the edit is kept. */
  readonly kept: readonly TextPlace[];
  /** Edited here and changed in the files: somebody has to choose. */
  readonly conflicts: readonly TextPlace[];
  readonly texts: readonly TextRow[];
}

/** What to do with texts that were edited here and changed in the files as well. */
export type ConflictChoice = 'keep-edits' | 'take-files';

const nameOf = ({ owner, language }: TextPlace): string => `${owner} ${language}`;

/** Compares new content with what stands. Edits by hand survive unless the file changed too and `choice` takes the files. */
export function planImport(rows: ContentRows, standing: readonly StandingText[], choice?: ConflictChoice): ImportPlan {
  const owners = ownersOf(rows);
  const before = new Map(standing.map((text) => [nameOf(text), text]));
  const places = rows.texts.map((text) => ({ text, place: { owner: owners.get(text.owner_id) ?? text.owner_id, language: text.language } }));
  const sorted = places.map(({ text, place }) => ({ place, ...judge(text, before.get(nameOf(place)), choice) }));
  const present = new Set(places.map(({ place }) => nameOf(place)));
  const of = (verdict: Verdict): TextPlace[] => sorted.filter((entry) => entry.verdict === verdict).map(({ place }) => place);
  return {
    added: of('added'),
    changed: of('changed'),
    kept: of('kept'),
    conflicts: of('conflict'),
    removed: standing.filter((text) => !present.has(nameOf(text))).map(({ owner, language }) => ({ owner, language })),
    texts: sorted.map(({ text }) => text),
  };
}

type Verdict = 'added' | 'same' | 'changed' | 'kept' | 'conflict';

function judge(text: TextRow, standing: StandingText | undefined, choice?: ConflictChoice): { readonly verdict: Verdict; readonly text: TextRow } {
  if (!standing) return { verdict: 'added', text };
  const fileChanged = standing.importedHash !== text.imported_hash;
  if (!standing.isEdited) return { verdict: fileChanged ? 'changed' : 'same', text };
  if (fileChanged && choice === 'take-files') return { verdict: 'changed', text };
  const edited = { ...text, title: standing.title, markdown: standing.markdown, questions: standing.questions, edited: true };
  return { verdict: fileChanged && choice === undefined ? 'conflict' : 'kept', text: edited };
}

function ownersOf(rows: ContentRows): ReadonlyMap<string, string> {
  return new Map([
    [COURSE_KEY, 'course:'] as const,
    ...rows.modules.map(({ id, key }) => [id, `module:${key}`] as const),
    ...rows.lessons.map(({ id, key }) => [id, `lesson:${key}`] as const),
    ...rows.activities.map(({ id, key }) => [id, `activity:${key}`] as const),
  ]);
}
