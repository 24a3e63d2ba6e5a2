import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Card, EmptyState, Loaded, Page, PlainLink, SearchField, Select } from '~/ui';
import { CourseBadges, Openness, Price } from './course-facts';
import { Duration, LessonCount } from './duration';
import { PublicFrame } from './public-frame';
import { type CatalogueLine, useCatalogue } from './operations';
import { levelNames, subjectNames } from './words';

/** P1: what can be learnt here, for everybody. */
export default function CataloguePage() {
  const { t } = useLingui();
  const catalogue = useCatalogue();
  const { q = '', subject, level } = useSearch({ strict: false, select: ({ q, subject, level }) => ({ q, subject, level }) });
  const navigate = useNavigate();
  const set = (changes: { q?: string; subject?: string; level?: string }): void => void navigate({ to: '/catalogue', search: { q: q || undefined, subject, level, ...changes } as never, replace: true });
  const choices = (names: typeof subjectNames, all: string) => [{ id: '-', name: all }, ...Object.entries(names).map(([id, name]) => ({ id, name: t(name) }))];
  return (
    <PublicFrame>
      <Page title={t`What you can learn here`}>
        <div className="stack">
          <div className="grid gap-4 sm:grid-cols-3">
            <SearchField label={t`Search`} value={q} onChange={(text) => set({ q: text || undefined })} />
            <Select label={t`Subject`} options={choices(subjectNames, t`All subjects`)} value={subject ?? '-'} onChange={(id) => set({ subject: id === '-' ? undefined : id })} />
            <Select label={t`Level`} options={choices(levelNames, t`All levels`)} value={level ?? '-'} onChange={(id) => set({ level: id === '-' ? undefined : id })} />
          </div>
          <Loaded read={catalogue}>{(courses) => <Found courses={courses.filter((course) => fits(course, { q, subject, level }))} />}</Loaded>
        </div>
      </Page>
    </PublicFrame>
  );
}

function fits(course: CatalogueLine, { q, subject, level }: { q: string; subject?: string; level?: string }): boolean {
  const words = `${course.title} ${course.summary} ${course.organisation}`.toLocaleLowerCase();
  return words.includes(q.toLocaleLowerCase()) && (!subject || course.subject === subject) && (!level || course.level === level);
}

function Found({ courses }: { readonly courses: readonly CatalogueLine[] }) {
  if (courses.length === 0)
    return (
      <Card>
        <EmptyState title={<Trans>No course fits</Trans>}>
          <Trans>Take away a filter, or come back later: centres publish new courses all the time.</Trans>
        </EmptyState>
      </Card>
    );
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {courses.map((course) => (
        <li key={course.publicId}>
          <PlainLink to="/catalogue/$publicId" params={{ publicId: course.publicId }} className="card course-card" data-pad="">
            <h2 className="card-title">{course.title}</h2>
            <p className="text-muted text-sm">{course.organisation} · <LessonCount count={course.lessons} />, <Duration minutes={course.minutes} /></p>
            <p className="text-sm">{course.summary}</p>
            <Openness readers={course.readers} cohorts={course.cohorts} />
            <span className="flex flex-wrap gap-2">
              <Price price={course.price} />
              <CourseBadges subject={course.subject} level={course.level} languages={course.languages} />
            </span>
          </PlainLink>
        </li>
      ))}
    </ul>
  );
}
