import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Banner, Button, Card, Problem, Segments, SkeletonRows, TextField } from '~/ui';
import { openText, preview, saveText, type StudioText, type StudioTree, type TextDraft, uploadImage } from './operations';
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
  readonly place: { readonly ownerId: string; readonly language: string };
  readonly standing: StudioText | null;
  /** What is written on: the text itself, or the original where there is no translation yet. */
  readonly begin: TextDraft;
  readonly onSaved: () => void;
}

function Writing({ tree, place, standing, begin, onSaved }: WritingProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<TextDraft>(begin);
  const saving = useAutosave(place, draft, { version: standing?.version ?? 0, onSaved });
  const isDraft = tree.state === 'draft';
  const isTranslation = place.language !== tree.originalLanguage;
  const change = (changes: Partial<TextDraft>): void => {
    setDraft({ ...draft, ...changes });
    saving.touched();
  };
  return (
    <div className="stack" lang={place.language}>
      <Marks isDraft={isDraft} isOlder={standing?.olderThanOriginal ?? false} isMissing={standing === null && isTranslation} />
      {saving.conflict ? <Conflict mine={draft} conflict={saving.conflict} onTake={(text) => setDraft(text)} onResolve={saving.resolve} /> : <Problem problem={saving.problem} />}
      <TextField label={t`Title`} value={draft.title} onChange={(title) => change({ title })} isReadOnly={!isDraft} />
      {draft.questions ? (
        <QuestionsEditor questions={draft.questions} onChange={(questions) => change({ questions })} isReadOnly={!isDraft} solves={!isTranslation} />
      ) : (
        <Markdown draft={draft} place={place} versionId={tree.id} isReadOnly={!isDraft} onChange={(markdown) => change({ markdown })} />
      )}
      <SaveState state={saving.state} />
    </div>
  );
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

function SaveState({ state }: Pick<Autosave, 'state'>) {
  const { t } = useLingui();
  const words = { still: '', waiting: t`Not saved yet`, saving: t`Saving…`, saved: t`Saved` };
  return <p className="text-faint text-sm" role="status">{words[state]}</p>;
}

interface Autosave {
  readonly state: 'still' | 'waiting' | 'saving' | 'saved';
  readonly problem: Refusal | null;
  readonly conflict: StudioText | null;
  readonly touched: () => void;
  /** Goes on from the version that somebody else has saved. */
  readonly resolve: (version: number) => void;
}

const PAUSE = 1_000;

function useAutosave(place: { readonly ownerId: string; readonly language: string }, draft: TextDraft, from: { readonly version: number; readonly onSaved: () => void }): Autosave {
  const [state, setState] = useState<Autosave['state']>('still');
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [conflict, setConflict] = useState<StudioText | null>(null);
  const version = useRef(from.version);
  const busy = useRef(false);
  const { ownerId, language } = place;
  const { onSaved } = from;
  useEffect(() => {
    if (state !== 'waiting' || conflict) return;
    const timer = setTimeout(() => {
      if (busy.current) return;
      busy.current = true;
      setState('saving');
      const work = async (): Promise<void> => {
        const answer = await saveText({ ownerId, language, expectedVersion: version.current }, draft);
        if (answer.ok) {
          version.current = answer.value.version;
          setProblem(null);
          setState((now) => (now === 'saving' ? 'saved' : now));
          onSaved();
        } else if (answer.refusal.code === 'STALE_VERSION') setConflict(await openText(ownerId, language));
        else {
          setProblem(answer.refusal);
          setState('still');
        }
      };
      void work()
        .catch(() => setState('waiting'))
        .finally(() => void (busy.current = false));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [state, draft, conflict, ownerId, language, onSaved]);
  useEffect(() => {
    const stay = (event: BeforeUnloadEvent): void => {
      if (state === 'waiting' || state === 'saving') event.preventDefault();
    };
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [state]);
  const resolve = (now: number): void => {
    version.current = now;
    setConflict(null);
    setState('waiting');
  };
  return { state, problem, conflict, touched: () => setState('waiting'), resolve };
}

interface ConflictProps {
  readonly mine: TextDraft;
  readonly conflict: StudioText;
  readonly onTake: (text: TextDraft) => void;
  readonly onResolve: (version: number) => void;
}

/** Somebody else has saved meanwhile: both texts are here, nothing is lost, one is chosen. */
function Conflict({ conflict, onTake, onResolve }: ConflictProps) {
  const { t } = useLingui();
  return (
    <Banner tone="warn" announce title={t`Somebody else has saved this text meanwhile.`}>
      <div className="stack">
        <p><Trans>Below stands what you wrote; it is not saved. This is what the other person saved:</Trans></p>
        <pre className="studio-other">{conflict.title}{'\n\n'}{conflict.markdown}</pre>
        <div className="form-actions">
          <Button size="small" onPress={() => onResolve(conflict.version)}><Trans>Save mine over it</Trans></Button>
          <Button
            size="small"
            onPress={() => {
              onTake(conflict);
              onResolve(conflict.version);
            }}
          >
            <Trans>Take the other one</Trans>
          </Button>
        </div>
      </div>
    </Banner>
  );
}

interface MarkdownProps {
  readonly draft: TextDraft;
  readonly place: { readonly ownerId: string; readonly language: string };
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
function usePreview({ ownerId, language }: { readonly ownerId: string; readonly language: string }, { title, markdown }: TextDraft): string {
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
