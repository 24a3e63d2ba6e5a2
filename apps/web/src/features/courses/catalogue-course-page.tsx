import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { Badge, ButtonLink, Card, EmptyState, Loaded, Page, TextLink } from '~/ui';
import { CleanHtml } from './clean-html';
import { CourseBadges } from './course-facts';
import { Duration, LessonCount } from './duration';
import { Licence } from './licence';
import { type CataloguePage as Course, useCataloguePage } from './operations';
import { PublicFrame } from './public-frame';

/** P2: one course, for everybody. */
export default function CatalogueCoursePage() {
  const { t } = useLingui();
  const publicId = useParams({ strict: false, select: (params) => params.publicId ?? '' });
  const course = useCataloguePage(publicId);
  return (
    <PublicFrame>
      <Page title={course.data?.title ?? t`Course`} width="reading" intro={<TextLink to="/catalogue"><Trans>All courses</Trans></TextLink>}>
        <Loaded read={course}>{(found) => (found ? <Details course={found} /> : <Gone />)}</Loaded>
      </Page>
    </PublicFrame>
  );
}

const Gone = () => (
  <Card>
    <EmptyState title={<Trans>This course is not offered any more</Trans>} actions={<ButtonLink to="/catalogue" look="main"><Trans>See all courses</Trans></ButtonLink>} />
  </Card>
);

function Details({ course }: { readonly course: Course }) {
  const { t } = useLingui();
  const gives = course.skills.filter(({ role }) => role === 'gives');
  return (
    <div className="stack" lang={course.language}>
      <p className="text-muted">{course.organisation} · <LessonCount count={course.lessons} />, <Duration minutes={course.minutes} /></p>
      <CourseBadges subject={course.subject} level={course.level} languages={course.languages} />
      <CleanHtml html={course.html} />
      {gives.length > 0 && (
        <Card title={t`What you will be able to do`}>
          <span className="flex flex-wrap gap-2">{gives.map((skill) => <Badge key={skill.code}>{skill.label}</Badge>)}</span>
        </Card>
      )}
      {course.modules.map((module, index) => (
        <Card key={index} title={module.title} intro={<Duration minutes={module.minutes} />}>
          <ol className="course-outline">{module.lessons.map((lesson, at) => <li key={at}>{lesson}</li>)}</ol>
        </Card>
      ))}
      <Licence licence={course.licence} attribution={course.attribution} />
    </div>
  );
}
