import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { Badge, ButtonLink, Card, EmptyState, Loaded, Page, TextLink } from '~/ui';
import { CleanHtml } from './clean-html';
import { CourseBadges, Openness, Price } from './course-facts';
import { Duration, LessonCount } from './duration';
import { Licence } from './licence';
import { type CataloguePage as Course, useCataloguePage } from './operations';
import { PublicFrame } from './public-frame';
import { levelNames } from './words';

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

/** What should be known first: courses of the centre, and competences. */
function Before({ course }: { readonly course: Course }) {
  const { t } = useLingui();
  const requires = course.skills.filter(({ role }) => role === 'requires');
  if (course.prerequisites.length + requires.length === 0) return null;
  return (
    <Card title={t`What you should know before`}>
      <ul className="stack">
        {course.prerequisites.map(({ publicId, title, level }) => (
          <li key={title}>
            {publicId ? <TextLink to="/catalogue/$publicId" params={{ publicId }}>{title}</TextLink> : title} {level && levelNames[level] && <Badge>{t(levelNames[level])}</Badge>}
          </li>
        ))}
        {requires.map((skill) => <li key={skill.code}>{skill.label}</li>)}
      </ul>
    </Card>
  );
}

function Details({ course }: { readonly course: Course }) {
  const { t } = useLingui();
  const gives = course.skills.filter(({ role }) => role === 'gives');
  return (
    <div className="stack" lang={course.language}>
      <p className="text-muted">{course.organisation} · <LessonCount count={course.lessons} />, <Duration minutes={course.minutes} /></p>
      <span className="flex flex-wrap gap-2">
        <Price price={course.price} />
        <CourseBadges subject={course.subject} level={course.level} languages={course.languages} />
      </span>
      <Openness readers={course.readers} cohorts={course.cohorts} />
      <CleanHtml html={course.html} />
      <Before course={course} />
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
