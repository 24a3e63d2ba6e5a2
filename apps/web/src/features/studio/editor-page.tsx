import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useViewer } from '~/lib/viewer';
import { Badge, Button, ButtonAnchor, Loaded, notices, Page, TextLink } from '~/ui';
import { FactsDialog } from './facts-dialog';
import { startDraft, type StudioCourse, type StudioTree, useStudioCourse, useStudioTree } from './operations';
import { PartFacts } from './part-facts';
import { PublishDialog } from './publish-dialog';
import { SkillsDialog } from './skills-dialog';
import { TextEditor } from './text-editor';
import { Tree } from './tree';
import { VersionsDialog } from './versions-dialog';
import { titleIn } from './words';

/** T3: one course, its tree on the left and the text that is written on the right. */
export default function EditorPage() {
  const { t } = useLingui();
  const { language } = useViewer();
  const courseId = useParams({ strict: false, select: (params) => params.courseId ?? '' });
  const wanted = useSearch({ strict: false, select: (search) => search.version });
  const course = useStudioCourse(courseId);
  const tree = useStudioTree(wanted ?? course.data?.versions[0]?.id);
  const again = (): void => {
    course.again();
    tree.again();
  };
  return (
    <Page
      title={course.data ? titleIn(course.data.titles, language) : t`Course`}
      width="full"
      density="dense"
      intro={<TextLink to="/studio"><Trans>All courses of the studio</Trans></TextLink>}
      actions={course.data && tree.data && <Actions course={course.data} tree={tree.data} again={again} />}
    >
      <Loaded read={course.failed ? { ...tree, failed: course.failed } : tree}>{(shown) => <Desk tree={shown} again={tree.again} />}</Loaded>
    </Page>
  );
}

type Dialogs = 'publish' | 'facts' | 'skills' | 'versions';

function OpenDialog({ which, course, tree, onClose }: { readonly which: Dialogs; readonly course: StudioCourse; readonly tree: StudioTree; readonly onClose: () => void }) {
  if (which === 'facts') return <FactsDialog course={course} onClose={onClose} />;
  if (which === 'skills') return <SkillsDialog tree={tree} onClose={onClose} />;
  return which === 'versions' ? <VersionsDialog course={course} onClose={onClose} /> : <PublishDialog course={course} tree={tree} onClose={onClose} />;
}

function Actions({ course, tree, again }: { readonly course: StudioCourse; readonly tree: StudioTree; readonly again: () => void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Dialogs | null>(null);
  const newest = course.versions[0]?.id === tree.id;
  const begin = async (): Promise<void> => {
    const answer = await startDraft(course.id);
    if (answer.ok) again();
    else notices.say({ tone: 'bad', text: answer.refusal.message });
  };
  const close = (): void => {
    setOpen(null);
    again();
  };
  return (
    <>
      <Badge tone={tree.state === 'draft' ? 'warn' : 'good'}>{tree.state === 'draft' ? t`Draft ${tree.number}` : t`Version ${tree.number}`}</Badge>
      <Button onPress={() => setOpen('facts')}><Trans>About the course</Trans></Button>
      {tree.state === 'draft' && <Button onPress={() => setOpen('skills')}><Trans>Competences</Trans></Button>}
      <Button onPress={() => setOpen('versions')}><Trans>Versions</Trans></Button>
      <ButtonAnchor href={`/files/courses/${course.id}?versionId=${tree.id}`} download><Trans>Export</Trans></ButtonAnchor>
      {tree.state === 'draft' && <Button look="main" onPress={() => setOpen('publish')}><Trans>Compare and publish</Trans></Button>}
      {tree.state === 'published' && newest && <Button look="main" onPress={() => void begin()}><Trans>Begin a new draft</Trans></Button>}
      {open && <OpenDialog which={open} course={course} tree={tree} onClose={close} />}
    </>
  );
}

function Desk({ tree, again }: { readonly tree: StudioTree; readonly again: () => void }) {
  const navigate = useNavigate();
  const part = useSearch({ strict: false, select: (search) => search.part }) ?? tree.modules[0]?.lessons[0]?.id ?? tree.id;
  const language = useSearch({ strict: false, select: (search) => search.language }) ?? tree.originalLanguage;
  const go = (changes: { part?: string; language?: string }): void => void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false });
  return (
    <div className="studio">
      <Tree tree={tree} selected={part} onSelect={(id) => go({ part: id })} onChanged={again} />
      <div className="stack">
        <PartFacts tree={tree} part={part} onChanged={again} />
        <TextEditor key={`${part} ${language}`} tree={tree} ownerId={part} language={language} onLanguage={(id) => go({ language: id })} onSaved={again} />
      </div>
    </div>
  );
}
