import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { Badge, Banner, Button, ButtonLink, Card, CopyNote, Loaded, notices, Page, Segments, TextLink } from '~/ui';
import { IconCheck } from '~/ui/icons';
import { CleanHtml } from './clean-html';
import { Duration } from './duration';
import { Licence } from './licence';
import { type Lesson, markLesson, useLesson, useProgress } from './operations';
import { QuizCard } from './quiz-card';
import { languageName } from './words';

/** L4: a lesson to read, with its quizzes and assignments in the page. */
export default function LessonPage() {
  const lessonId = useParams({ strict: false, select: (params) => params.lessonId ?? '' });
  const language = useSearch({ strict: false, select: (search) => search.language });
  const lesson = useLesson(lessonId, language);
  if (!lesson.data) return <Page title="…" width="reading"><Loaded read={lesson}>{() => null}</Loaded></Page>;
  return <Reading key={lessonId} lesson={lesson.data.lesson} keptAt={lesson.isCopy ? lesson.data.at : undefined} />;
}

function Reading({ lesson, keptAt }: { readonly lesson: Lesson; readonly keptAt?: string }) {
  const { t, i18n } = useLingui();
  useHeadingOfAddress(lesson);
  const at = (moment: string): Lesson['quizzes'] => lesson.quizzes.filter((quiz) => quiz.moment === moment);
  const intro = (
    <>
      <TextLink to="/courses/$courseId" params={{ courseId: lesson.courseId }}>{lesson.courseTitle}</TextLink> · {lesson.moduleTitle} · <Trans>lesson {lesson.position} of {lesson.total}</Trans> · <Duration minutes={lesson.minutes} />
    </>
  );
  return (
    <Page title={<span lang={lesson.language}>{lesson.title}</span>} intro={intro} width="reading" actions={<Languages lesson={lesson} />}>
      <div className="stack" lang={lesson.language}>
        {keptAt && <CopyNote>{t`No connection. This is the lesson as it was on ${i18n.date(keptAt, { dateStyle: 'long', timeStyle: 'short' })}.`}</CopyNote>}
        {lesson.olderThanOriginal && (
          <Banner tone="warn" title={t`This translation is older than the original.`}>
            <Trans>The original has changed since. Where both differ, the original counts.</Trans>
          </Banner>
        )}
        {lesson.audience === 'trainers' && <Badge tone="warn">{t`For trainers`}</Badge>}
        {lesson.state === 'draft' && <Badge>{t`Draft`}</Badge>}
        <Contents lesson={lesson} />
        <Quizzes lesson={lesson} quizzes={at('before')} />
        <CleanHtml html={lesson.html} />
        {at('heading').map((quiz) => <BelowHeading key={quiz.id} lesson={lesson} quiz={quiz} />)}
        <Parts parts={lesson.materials} kind={t`Material`} />
        <Parts parts={lesson.assignments} kind={t`Assignment`} />
        <Quizzes lesson={lesson} quizzes={at('after')} />
        <Foot lesson={lesson} />
        <Licence licence={lesson.licence} attribution={lesson.attribution} />
      </div>
    </Page>
  );
}

const Parts = ({ parts, kind }: { readonly parts: Lesson['assignments']; readonly kind: string }) =>
  parts.map((part) => (
    <Card key={part.id} id={`part-${part.id}`} title={part.title} intro={kind}>
      <CleanHtml html={part.html} />
    </Card>
  ));

/** The server has left an empty place in the text, which is made anew whenever the text is. */
function BelowHeading({ lesson, quiz }: { readonly lesson: Lesson; readonly quiz: Lesson['quizzes'][number] }) {
  const [place, setPlace] = useState<Element | null>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPlace(document.getElementById(`below-${quiz.heading}`)));
    return () => cancelAnimationFrame(frame);
  }, [lesson.html, quiz.heading]);
  return place && createPortal(<Quizzes lesson={lesson} quizzes={[quiz]} />, place);
}

/** Links between lessons name headings by their words, as authors write them; ids here are by number. */
function useHeadingOfAddress({ toc }: Lesson): void {
  useEffect(() => {
    const wanted = decodeURIComponent(location.hash.slice(1)).toLowerCase();
    const heading = wanted === '' ? undefined : toc.find(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-') === wanted);
    if (heading) document.getElementById(heading.id)?.scrollIntoView();
  }, [toc]);
}

function Languages({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  if (lesson.languages.length < 2) return null;
  const options = lesson.languages.map(({ language, olderThanOriginal }) => ({ id: language, name: language.toUpperCase(), label: olderThanOriginal ? t`${languageName(language)}, older than the original` : languageName(language) }));
  /** Headings are numbered alike in all languages: the page comes back where the reader was. */
  const change = async (language: string): Promise<void> => {
    const here = headingInView();
    await navigate({ to: '/lessons/$lessonId', params: { lessonId: lesson.id }, search: { language }, resetScroll: false, replace: true });
    if (here) setTimeout(() => document.getElementById(here)?.scrollIntoView(), 300);
  };
  return <Segments label={t`Language of the lesson`} options={options} value={lesson.language} onChange={(language) => void change(language)} />;
}

function headingInView(): string | undefined {
  return [...document.querySelectorAll<HTMLElement>('.prose [id^="s-"]')].filter((heading) => heading.getBoundingClientRect().top < 160).at(-1)?.id;
}

function Contents({ lesson }: { readonly lesson: Lesson }) {
  const chapters = lesson.toc.filter(({ depth }) => depth <= 3);
  if (chapters.length < 3) return null;
  return (
    <details className="contents-list">
      <summary>
        <Trans>Contents</Trans>
      </summary>
      <ol>
        {chapters.map(({ id, depth, text }) => (
          <li key={id} data-depth={depth}>
            <a className="link" href={`#${id}`}>{text}</a>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Quizzes({ lesson, quizzes }: { readonly lesson: Lesson; readonly quizzes: Lesson['quizzes'] }) {
  const progress = useProgress(lesson.versionId);
  return quizzes.map((quiz) => <QuizCard key={quiz.id} quiz={quiz} best={progress.data?.quizzes.find(({ activityId }) => activityId === quiz.id)} onMarked={progress.again} />);
}

function Foot({ lesson }: { readonly lesson: Lesson }) {
  const { t } = useLingui();
  const progress = useProgress(lesson.versionId);
  const [isPending, setPending] = useState(false);
  const isDone = progress.data?.doneLessonIds.includes(lesson.id) ?? false;
  const mark = async (): Promise<void> => {
    setPending(true);
    const answer = await markLesson(lesson.id, !isDone).finally(() => setPending(false));
    if (answer.ok) progress.again();
    else notices.say({ tone: 'bad', text: answer.refusal.message });
  };
  return (
    <nav className="lesson-foot" aria-label={t`This lesson and its neighbours`}>
      {lesson.previousId ? <ButtonLink to="/lessons/$lessonId" params={{ lessonId: lesson.previousId }}><Trans>Previous</Trans></ButtonLink> : <span />}
      <Button look={isDone ? 'soft' : 'main'} icon={isDone ? <IconCheck aria-hidden /> : undefined} onPress={() => void mark()} isPending={isPending} aria-pressed={isDone}>
        {isDone ? <Trans>Done</Trans> : <Trans>Mark as done</Trans>}
      </Button>
      {lesson.nextId ? <ButtonLink to="/lessons/$lessonId" params={{ lessonId: lesson.nextId }} look={isDone ? 'main' : 'plain'}><Trans>Next</Trans></ButtonLink> : <span />}
    </nav>
  );
}
