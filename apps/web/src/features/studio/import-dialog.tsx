import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { useCentre } from '~/lib/viewer';
import { Banner, Button, Dialog, FileDrop, Problem, Progress, RadioGroup, Row, Rows, Select } from '~/ui';
import { cancelImport, type CourseImport, courseImport, packFolder, startImport, uploadCourse } from './operations';
import { languageName, subjectNames } from './words';

const SHOWN_FINDINGS = 100;

interface ImportDialogProps {
  readonly onClose: () => void;
  readonly onStored: () => void;
}

/** A folder or archive: first what was recognised, with every oddity by file and line; then, when somebody says so, the import. */
export function ImportDialog({ onClose, onStored }: ImportDialogProps) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const [importId, setImportId] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const found = useWatched(importId);
  const send = async (name: string, archive: Blob): Promise<void> => {
    const answer = await uploadCourse(organisationId, name, archive);
    if (answer.ok) setImportId(answer.value.import.id);
    else setProblem(answer.refusal);
  };
  const take = (work: () => Promise<void>): void => {
    setSending(true);
    setProblem(null);
    void work().finally(() => setSending(false));
  };
  return (
    <Dialog isOpen size="wide" title={t`Import a course`} onClose={onClose}>
      <div className="stack">
        <Problem problem={problem} />
        {importId === null && !isSending && <Choose onArchive={(file) => take(() => send(file.name, file))} onFolder={(files) => take(async () => packFolder(files).then(({ name, archive }) => send(name, archive)))} />}
        {(isSending || (importId !== null && found === null)) && <Progress label={t`The files are on their way`} value={0} />}
        {found && <Found key={found.state} found={found} onProblem={setProblem} onStored={onStored} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

/** Asks again twice a second while the worker is at it. */
function useWatched(importId: string | null): CourseImport | null {
  const [found, setFound] = useState<CourseImport | null>(null);
  useEffect(() => {
    if (importId === null) return;
    let isHere = true;
    const look = async (): Promise<void> => {
      const now = await courseImport(importId).catch(() => null);
      if (!isHere) return;
      if (now) setFound(now);
      if (now?.state !== 'done' && now?.state !== 'refused' && now?.state !== 'cancelled') setTimeout(() => void look(), 600);
    };
    void look();
    return () => void (isHere = false);
  }, [importId]);
  return found;
}

function Choose({ onArchive, onFolder }: { readonly onArchive: (file: File) => void; readonly onFolder: (files: readonly File[]) => void }) {
  const { t } = useLingui();
  const folder = useRef<HTMLInputElement>(null);
  return (
    <>
      <FileDrop label={t`Drop a zip archive of the course here`} help={t`Markdown lessons or notebooks, up to 200 MB`} accepts={['.zip']} onFile={onArchive} />
      <input ref={folder} type="file" className="seen-by-readers-only" aria-label={t`Folder of the course`} tabIndex={-1} {...{ webkitdirectory: '' }} onChange={(event) => event.target.files && onFolder([...event.target.files])} />
      <Button onPress={() => folder.current?.click()}><Trans>Choose a folder</Trans></Button>
    </>
  );
}

interface FoundProps extends ImportDialogProps {
  readonly found: CourseImport;
  readonly onProblem: (problem: Refusal) => void;
}

function Found({ found, onProblem, onStored, onClose }: FoundProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  useEffect(() => {
    if (found.state !== 'done' || !found.courseId) return;
    onStored();
    onClose();
    void navigate({ to: '/studio/$courseId', params: { courseId: found.courseId } });
  }, [found, navigate, onClose, onStored]);
  if (found.state === 'waiting' || found.state === 'running')
    return (
      <>
        <Progress label={t`The course is being read`} value={Math.round(found.share * 100)} />
        <Button onPress={() => void cancelImport(found.id)}><Trans>Stop</Trans></Button>
      </>
    );
  return (
    <>
      {found.state === 'refused' && <Banner tone="bad" title={t`This cannot be imported. Nothing was changed.`} />}
      {found.state === 'cancelled' && <Banner title={t`Stopped. Nothing was changed.`} />}
      {found.counts && <Counts counts={found.counts} />}
      {found.plan && <Plan plan={found.plan} />}
      {found.state === 'read' && <Decide found={found} onProblem={onProblem} onClose={onClose} />}
      <Findings findings={found.findings} />
    </>
  );
}

/** What the import still has to know, and the two ways out. */
function Decide({ found, onProblem, onClose }: Pick<FoundProps, 'found' | 'onProblem' | 'onClose'>) {
  const { t } = useLingui();
  const [subject, setSubject] = useState('web-development');
  const [choice, setChoice] = useState<'keep-edits' | 'take-files'>('keep-edits');
  const conflicts = found.plan?.conflicts.length ?? 0;
  const start = async (): Promise<void> => {
    const answer = await startImport({ importId: found.id, courseId: found.courseId ?? null, subject, onConflict: conflicts > 0 ? choice : null });
    if (!answer.ok) onProblem(answer.refusal);
  };
  return (
    <>
      {conflicts > 0 && (
        <RadioGroup
          label={t`${conflicts} texts were edited or removed here, and are otherwise in the files`}
          options={[{ id: 'keep-edits', name: t`Keep it as it is here` }, { id: 'take-files', name: t`Take the files` }]}
          value={choice}
          onChange={(id) => setChoice(id === 'take-files' ? 'take-files' : 'keep-edits')}
        />
      )}
      {!found.courseId && <Select label={t`Subject`} options={Object.entries(subjectNames).map(([id, name]) => ({ id, name: t(name) }))} value={subject} onChange={setSubject} />}
      <div className="form-actions">
        <Button look="main" onPress={() => void start()}>{found.courseId ? <Trans>Bring the course up to date</Trans> : <Trans>Import</Trans>}</Button>
        <Button onPress={() => void cancelImport(found.id).then(onClose)}><Trans>Leave it</Trans></Button>
      </div>
    </>
  );
}

function Counts({ counts }: { readonly counts: NonNullable<CourseImport['counts']> }) {
  const { modules, lessons, assignments, quizzes, questions } = counts;
  return (
    <p>
      <Trans>Recognised: {modules} modules, {lessons} lessons, {assignments} assignments, {quizzes} quizzes with {questions} questions.</Trans>
      <span className="text-muted block">{counts.languages.map(languageName).join(', ')}</span>
    </p>
  );
}

function Plan({ plan }: { readonly plan: NonNullable<CourseImport['plan']> }) {
  const [added, changed, removed, kept] = [plan.added.length, plan.changed.length, plan.removed.length, plan.kept.length];
  return (
    <Banner>
      <Trans>This course is here already. Texts added: {added}, changed: {changed}, removed: {removed}, kept as edited here: {kept}.</Trans>
    </Banner>
  );
}

function Findings({ findings }: { readonly findings: CourseImport['findings'] }) {
  const { t } = useLingui();
  if (findings.length === 0) return null;
  const [count, more] = [findings.length, Math.max(0, findings.length - SHOWN_FINDINGS)];
  return (
    <details open={findings[0]?.severity === 'error'}>
      <summary className="font-semibold"><Trans>{count} remarks on the files</Trans></summary>
      <Rows label={t`Remarks on the files`}>
        {findings.slice(0, SHOWN_FINDINGS).map((finding, index) => (
          <Row key={index} title={finding.message} help={finding.line ? `${finding.file}:${finding.line}` : finding.file} />
        ))}
      </Rows>
      {more > 0 && <p className="text-muted"><Trans>…and {more} more</Trans></p>}
    </details>
  );
}
