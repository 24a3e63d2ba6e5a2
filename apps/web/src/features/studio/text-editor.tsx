import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Banner, Button, Card, Problem, Segments, SkeletonRows, TextField } from '~/ui';
import { Autosave, type SaveState } from './autosave';
import { forgetText, isSameText, keptText, type TextPlace } from './kept-texts';
import { openText, preview, type StudioText, type StudioTree, type TextDraft, uploadImage } from './operations';
import { QuestionsEditor } from './questions-editor';
import { languageName, languages } from './words';

interface TextEditorProps {
  readonly tree: StudioTree;
  readonly ownerId: string;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly onSaved: () => void;
}

type Standing = StudioText | null | undefined;

/** The text of one part in one language: saved by itself a second after the last key, never over somebody else's words. */
export function TextEditor({ tree, ownerId, language, onLanguage, onSaved }: TextEditorProps) {
  const { t } = useLingui();
  const [standing, setStanding] = useState<Standing>(undefined);
  const [original, setOriginal] = useState<Standing>(undefined);
  useEffect(() => {
    let isHere = true;
    void Promise.all([openText(ownerId, language), openText(ownerId, tree.originalLanguage)]).then(([text, first]) => {
      if (!isHere) return;
      setStanding(text);
      setOriginal(first);
    });
    return () => void (isHere = false);
  }, [ownerId, language, tree.originalLanguage]);
  const known = [...new Set([tree.originalLanguage, ...languages])];
  return (
    <Card title={t`Text`} actions={<Segments label={t`Language of the text`} options={known.map((id) => ({ id, name: id.toUpperCase(), label: languageName(id) }))} value={language} onChange={onLanguage} />}>
      {standing === undefined || original === undefined ? (
        <SkeletonRows rows={3} />
      ) : (
        <Writing tree={tree} place={{ ownerId, language }} standing={standing} begin={standing ?? { title: original?.title ?? '', markdown: original?.markdown ?? '', questions: original?.questions ?? null }} onSaved={onSaved} />
      )}
    </Card>
  );
}

interface WritingProps {
  readonly tree: StudioTree;
  readonly place: TextPlace;
  readonly standing: StudioText | null;
  /** What is written on: the text itself, or the original where there is no translation yet. */
  readonly begin: TextDraft;
  readonly onSaved: () => void;
}

function Writing({ tree, place, standing, begin, onSaved }: WritingProps) {
  const { t } = useLingui();
  const isDraft = tree.state === 'draft';
  const [draft, setDraft] = useState<TextDraft>(() => (isDraft ? leftBehind(place, standing) : undefined) ?? begin);
  const [saver, state] = useAutosave(place, { standing, onSaved, draft: draft === begin ? undefined : draft });
  const isTranslation = place.language !== tree.originalLanguage;
  const change = (changes: Partial<TextDraft>): void => {
    const next = { ...draft, ...changes };
    setDraft(next);
    saver.touch(next);
  };
  const choose = (version: number, chosen: TextDraft): void => {
    setDraft(chosen);
    saver.resolve(version, chosen);
  };
  return (
    <div className="stack" lang={place.language}>
      <Marks isDraft={isDraft} isOlder={standing?.olderThanOriginal ?? false} isMissing={standing === null && isTranslation} />
      {state.conflict ? <Conflict mine={draft} conflict={state.conflict} onChoose={choose} /> : <Problem problem={state.problem} />}
      <TextField label={t`Title`} value={draft.title} onChange={(title) => change({ title })} isReadOnly={!isDraft} />
      {draft.questions ? (
        <QuestionsEditor questions={draft.questions} onChange={(questions) => change({ questions })} isReadOnly={!isDraft} solves={!isTranslation} />
      ) : (
        <Markdown draft={draft} place={place} versionId={tree.id} isReadOnly={!isDraft} onChange={(markdown) => change({ markdown })} />
      )}
      <SavedOrNot step={state.step} />
    </div>
  );
}

/** What was typed here before its page was left, where the server does not have it. */
function leftBehind(place: TextPlace, standing: StudioText | null): TextDraft | undefined {
  const left = keptText(place);
  if (!left || !standing || !isSameText(left.draft, standing)) return left?.draft;
  forgetText(place);
  return undefined;
}

interface Written {
  readonly standing: StudioText | null;
  /** Where it is not what the server has. */
  readonly draft: TextDraft | undefined;
  readonly onSaved: () => void;
}

function useAutosave(place: TextPlace, { standing, draft, onSaved }: Written): readonly [Autosave, SaveState] {
  const [saver] = useState(() => new Autosave(place, standing?.version ?? 0));
  const state = useSyncExternalStore(saver.subscribe, saver.now);
  useEffect(() => saver.whenSaved(onSaved), [saver, onSaved]);
  const first = useRef({ place, standing, draft });
  useEffect(() => {
    const { place: here, standing: there, draft: mine } = first.current;
    if (!mine) return;
    if (there && there.version !== keptText(here)?.version) saver.conflicts(mine, there);
    else saver.touch(mine);
  }, [saver]);
  useEffect(() => {
    const hide = (): void => void (document.visibilityState === 'hidden' && saver.leave());
    const leave = (): void => void saver.leave();
    const stay = (event: BeforeUnloadEvent): void => {
      if (!saver.leave()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', hide);
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', stay);
    return () => {
      document.removeEventListener('visibilitychange', hide);
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', stay);
      saver.leave();
    };
  }, [saver]);
  return [saver, state];
}

function Marks({ isDraft, isOlder, isMissing }: { readonly isDraft: boolean; readonly isOlder: boolean; readonly isMissing: boolean }) {
  return (
    <>
      {!isDraft && <Banner><Trans>This version is published: it is shown, and does not change any more.</Trans></Banner>}
      {isOlder && <Banner tone="warn"><Trans>The original has changed since this translation. Save it once it is right again.</Trans></Banner>}
      {isMissing && <Banner><Trans>There is no text in this language yet. Write over the original below: it is kept once you change something.</Trans></Banner>}
    </>
  );
}

function SavedOrNot({ step }: Pick<SaveState, 'step'>) {
  const { t } = useLingui();
  const words = { still: '', waiting: t`Not saved yet`, saving: t`Saving…`, saved: t`Saved` };
  return <p className="text-faint text-sm" role="status">{words[step]}</p>;
}

interface ConflictProps {
  readonly mine: TextDraft;
  readonly conflict: StudioText;
  readonly onChoose: (version: number, text: TextDraft) => void;
}

/** Somebody else has saved meanwhile: both texts are here, nothing is lost, one is chosen. */
function Conflict({ mine, conflict, onChoose }: ConflictProps) {
  const { t } = useLingui();
  return (
    <Banner tone="warn" announce title={t`Somebody else has saved this text meanwhile.`}>
      <div className="stack">
        <p><Trans>Below stands what you wrote; it is not saved. This is what the other person saved:</Trans></p>
        <pre className="studio-other" tabIndex={0} role="region" aria-label={t`Somebody else has saved this text meanwhile.`}>{conflict.title}{'\n\n'}{conflict.markdown}</pre>
        <div className="form-actions">
          <Button size="small" onPress={() => onChoose(conflict.version, mine)}><Trans>Save mine over it</Trans></Button>
          <Button size="small" onPress={() => onChoose(conflict.version, conflict)}>
            <Trans>Take the other one</Trans>
          </Button>
        </div>
      </div>
    </Banner>
  );
}

interface MarkdownProps {
  readonly draft: TextDraft;
  readonly place: TextPlace;
  readonly versionId: string;
  readonly isReadOnly: boolean;
  readonly onChange: (markdown: string) => void;
}

function Markdown({ draft, place, versionId, isReadOnly, onChange }: MarkdownProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const html = usePreview(place, draft);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const answer = await uploadImage(versionId, file);
    setProblem(answer.ok ? null : answer.refusal);
    if (answer.ok) onChange(`${draft.markdown.trimEnd()}\n\n![${file.name.replace(/\.[^.]*$/, '')}](${answer.value.path})\n`);
  };
  return (
    <div className="studio-text">
      <div className="stack">
        <Problem problem={problem} />
        <TextField label={t`Text in Markdown`} lines={24} inputClassName="font-mono" value={draft.markdown} onChange={onChange} isReadOnly={isReadOnly} optional />
        {!isReadOnly && (
          <div>
            <input ref={picker} type="file" accept="image/*" className="seen-by-readers-only" aria-label={t`Image`} tabIndex={-1} onChange={(event) => void take(event.target.files?.[0])} />
            <Button size="small" onPress={() => picker.current?.click()}><Trans>Add an image</Trans></Button>
          </div>
        )}
      </div>
      <section aria-label={t`As readers see it`}>
        <h3 className="text-muted mb-2 text-sm">{t`As readers see it`}</h3>
        <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
      </section>
    </div>
  );
}

/** Rendered by the server, half a second behind the keys: exactly what readers will get. */
function usePreview({ ownerId, language }: TextPlace, { title, markdown }: TextDraft): string {
  const [html, setHtml] = useState('');
  useEffect(() => {
    let isHere = true;
    const timer = setTimeout(() => void preview({ ownerId, language, title, markdown }).then((rendered) => isHere && setHtml(rendered), () => undefined), 500);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [ownerId, language, title, markdown]);
  return html;
}
