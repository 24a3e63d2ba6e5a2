import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useCentre, useViewer } from '~/lib/viewer';
import { Badge, Button, Card, EmptyState, FormDialog, Loaded, Page, Problem, Row, Rows, Select, TextField, TextLink } from '~/ui';
import { ImportDialog } from './import-dialog';
import { createCourse, type StudioCourse, useStudioCourses } from './operations';
import { languageName, languages, levelNames, subjectNames, titleIn } from './words';

/** T3: the courses of the centre, to work on. */
export default function StudioPage() {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const courses = useStudioCourses(organisationId);
  const [open, setOpen] = useState<'import' | 'create' | null>(null);
  const actions = (
    <>
      <Button onPress={() => setOpen('create')}><Trans>New course</Trans></Button>
      <Button look="main" onPress={() => setOpen('import')}><Trans>Import</Trans></Button>
    </>
  );
  return (
    <Page title={t`Studio`} intro={t`Write courses, bring them in from a folder, publish versions.`} actions={actions} density="dense">
      <Card flush>
        <Loaded read={courses}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState title={<Trans>No course yet</Trans>} actions={actions}>
                <Trans>Import a folder of Markdown lessons, or begin with an empty course.</Trans>
              </EmptyState>
            ) : (
              <div className="px-5 py-2"><Rows label={t`Courses`}>{all.map((course) => <Line key={course.id} course={course} />)}</Rows></div>
            )
          }
        </Loaded>
      </Card>
      {open === 'import' && <ImportDialog onClose={() => setOpen(null)} onStored={courses.again} />}
      {open === 'create' && <CreateDialog onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Line({ course }: { readonly course: StudioCourse }) {
  const { t } = useLingui();
  const { language } = useViewer();
  const [published, draft] = [course.versions.find(({ state }) => state === 'published'), course.versions.find(({ state }) => state === 'draft')];
  const subject = subjectNames[course.subject];
  return (
    <Row title={<TextLink to="/studio/$courseId" params={{ courseId: course.id }}>{titleIn(course.titles, language)}</TextLink>} help={`${subject ? t(subject) : ''} · ${course.titles.map((title) => title.language).join(', ')}`}>
      {published && <Badge tone="good">{t`Version ${published.number}`}</Badge>}
      {draft && <Badge tone="warn">{t`Draft ${draft.number}`}</Badge>}
      {course.publicId && <Badge tone="action">{t`In the catalogue`}</Badge>}
    </Row>
  );
}

function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const { language } = useViewer();
  const navigate = useNavigate();
  const begin = { title: '', subject: 'web-development', level: 'foundation', language: String(language) };
  const form = useForm(begin, (draft) => createCourse({ organisationId, ...draft }), ({ courseId }) => void navigate({ to: '/studio/$courseId', params: { courseId } }));
  const choices = (names: typeof subjectNames) => Object.entries(names).map(([id, name]) => ({ id, name: t(name) }));
  return (
    <FormDialog isOpen title={t`New course`} submit={t`Begin`} onClose={onClose} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`Title`} {...form.field('title')} autoFocus />
      <Select label={t`Subject`} options={choices(subjectNames)} {...form.field('subject')} />
      <Select label={t`Level`} options={choices(levelNames)} {...form.field('level')} />
      <Select label={t`Written in`} options={languages.map((id) => ({ id: String(id), name: languageName(id) }))} {...form.field('language')} />
    </FormDialog>
  );
}
