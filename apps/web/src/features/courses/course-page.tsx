import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useViewer } from '~/lib/viewer';
import { Badge, ButtonLink, Card, Loaded, Page, Progress, Row, Rows, TextLink } from '~/ui';
import { IconCheck } from '~/ui/icons';
import { Duration, LessonCount } from './duration';
import { Licence } from './licence';
import { type Progress as Done, type Tree, useReadableVersion, useTree } from './operations';
import { titleIn } from './words';

/** A course as its readers see it: what is done, what comes next. */
export default function CoursePage() {
  const { t } = useLingui();
  const { language } = useViewer();
  const courseId = useParams({ strict: false, select: (params) => params.courseId ?? '' });
  const version = useReadableVersion(courseId);
  const read = useTree(version.data);
  const title = read.data ? titleIn(read.data.tree.titles, language) : t`Course`;
  return (
    <Page title={title} width="reading" intro={read.data && <Length tree={read.data.tree} />}>
      <Loaded read={version.failed ? { ...read, failed: version.failed } : read}>{({ tree, progress }) => <Modules tree={tree} progress={progress} />}</Loaded>
    </Page>
  );
}

function Length({ tree }: { readonly tree: Tree }) {
  const lessons = tree.modules.reduce((sum, module) => sum + module.lessons.length, 0);
  return (
    <>
      <LessonCount count={lessons} />, <Duration minutes={tree.minutes} />
    </>
  );
}

function Modules({ tree, progress }: { readonly tree: Tree; readonly progress: Done }) {
  const { t } = useLingui();
  const { language } = useViewer();
  const done = new Set(progress.doneLessonIds);
  const lessons = tree.modules.flatMap((module) => module.lessons);
  const next = lessons.find(({ id, audience }) => !done.has(id) && audience === 'everyone');
  const read = progress.doneLessonIds.length;
  return (
    <div className="stack">
      <Card>
        <div className="stack">
          <Progress label={t`Lessons done`} value={read} max={Math.max(1, progress.lessons)} words={t`${read} of ${progress.lessons}`} />
          {next && (
            <div className="form-actions">
              <ButtonLink to="/lessons/$lessonId" params={{ lessonId: next.id }} look="main">
                {read === 0 ? <Trans>Begin</Trans> : <Trans>Go on</Trans>}
              </ButtonLink>
              <span className="text-muted">{titleIn(next.titles, language)}</span>
            </div>
          )}
        </div>
      </Card>
      {tree.modules.map((module) => (
        <Card key={module.id} title={titleIn(module.titles, language)} intro={<Duration minutes={module.minutes} />}>
          <Rows label={titleIn(module.titles, language)}>
            {module.lessons.map((lesson) => (
              <Row
                key={lesson.id}
                lead={<span className="lesson-mark" data-done={done.has(lesson.id) || undefined}>{done.has(lesson.id) && <IconCheck aria-label={t`Done`} />}</span>}
                title={<TextLink to="/lessons/$lessonId" params={{ lessonId: lesson.id }}>{titleIn(lesson.titles, language)}</TextLink>}
                help={<Duration minutes={lesson.minutes} />}
              >
                <span className="flex flex-wrap justify-end gap-1">
                {lesson.audience === 'trainers' && <Badge tone="warn">{t`For trainers`}</Badge>}
                {lesson.activities.some(({ kind }) => kind === 'material') && <Badge>{t`Material`}</Badge>}
                {lesson.activities.some(({ kind }) => kind === 'assignment') && <Badge>{t`Assignment`}</Badge>}
                {lesson.activities.some(({ kind }) => kind === 'quiz') && <Badge>{t`Quiz`}</Badge>}
                </span>
              </Row>
            ))}
          </Rows>
        </Card>
      ))}
      <Licence licence={tree.licence} attribution={tree.attribution} />
    </div>
  );
}
