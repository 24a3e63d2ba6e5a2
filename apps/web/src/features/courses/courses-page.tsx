import { Trans, useLingui } from '@lingui/react/macro';
import { hasRole, useCentre, useViewer } from '~/lib/viewer';
import { ButtonLink, Card, EmptyState, Loaded, Page, PlainLink } from '~/ui';
import { CourseBadges } from './course-facts';
import { useCourses } from './operations';
import { titleIn } from './words';

/** Courses of the centre, to read. */
export default function CoursesPage() {
  const { t } = useLingui();
  const centre = useCentre();
  const { language } = useViewer();
  const builds = hasRole(centre, 'trainer', 'coordinator', 'manager');
  const courses = useCourses(centre.id);
  const studio = builds ? <ButtonLink to="/studio"><Trans>Open the studio</Trans></ButtonLink> : undefined;
  return (
    <Page title={t`Courses`} actions={studio}>
      <Loaded read={courses}>
        {(all) =>
          all.length === 0 ? (
            <Card>
              <EmptyState title={<Trans>No course yet</Trans>} actions={studio}>
                {builds ? <Trans>Import a folder of lessons, or begin one in the studio.</Trans> : <Trans>As soon as your centre publishes a course, you read it here.</Trans>}
              </EmptyState>
            </Card>
          ) : (
            <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
              {all.map((course) => (
                <li key={course.id}>
                  <PlainLink to="/courses/$courseId" params={{ courseId: course.id }} className="card course-card" data-pad="">
                    <h2 className="card-title">{titleIn(course.titles, language)}</h2>
                    <CourseBadges subject={course.subject} level={course.level} languages={course.titles.map((title) => title.language)} />
                  </PlainLink>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}
