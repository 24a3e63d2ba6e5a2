import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Answer } from '~/lib/api/answer';
import { Button, notices, NumberField, Select } from '~/ui';
import { changeLesson, changeQuiz, type StudioLesson, type StudioTree } from './operations';

interface PartFactsProps {
  readonly tree: StudioTree;
  readonly part: string;
  readonly onChanged: () => void;
}

/** What a lesson or quiz is besides its text: how long it takes, for whom it is, where it stands. */
export function PartFacts({ tree, part, onChanged }: PartFactsProps) {
  const lessons = tree.modules.flatMap((module) => module.lessons);
  const lesson = lessons.find(({ id }) => id === part);
  const quiz = lessons.flatMap(({ activities }) => activities).find(({ id, kind }) => id === part && kind === 'quiz');
  const isReadOnly = tree.state !== 'draft';
  const work = async (change: Promise<Answer<unknown>>): Promise<void> => {
    const answer = await change;
    if (!answer.ok) notices.say({ tone: 'bad', text: answer.refusal.message });
    onChanged();
  };
  if (lesson) return <LessonFacts key={lesson.id} lesson={lesson} isReadOnly={isReadOnly} onSave={(facts) => void work(changeLesson(tree, { lessonId: lesson.id, ...facts }))} />;
  return quiz ? <QuizPlace key={quiz.id} quiz={quiz} isReadOnly={isReadOnly} onSave={(place) => void work(changeQuiz(tree, { activityId: quiz.id, ...place }))} /> : null;
}

interface LessonFactsProps {
  readonly lesson: StudioLesson;
  readonly isReadOnly: boolean;
  readonly onSave: (facts: { readonly minutes: number | null; readonly audience: string }) => void;
}

function LessonFacts({ lesson, isReadOnly, onSave }: LessonFactsProps) {
  const { t } = useLingui();
  const [minutes, setMinutes] = useState<number | null>(lesson.isEstimate ? null : lesson.minutes);
  const audiences = [{ id: 'everyone', name: t`For learners` }, { id: 'trainers', name: t`For trainers only` }];
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <NumberField
        label={t`Minutes`}
        help={lesson.isEstimate ? t`Estimated from its length: ${lesson.minutes}` : t`Empty it to have them estimated.`}
        value={minutes ?? Number.NaN}
        minValue={1}
        maxValue={6_000}
        onChange={(value) => setMinutes(Number.isNaN(value) ? null : value)}
        isDisabled={isReadOnly}
        optional
      />
      <Select label={t`Audience`} options={audiences} value={lesson.audience} onChange={(audience) => onSave({ minutes, audience })} isDisabled={isReadOnly} />
      {!isReadOnly && minutes !== (lesson.isEstimate ? null : lesson.minutes) && <Button className="justify-self-start" onPress={() => onSave({ minutes, audience: lesson.audience })}><Trans>Save the minutes</Trans></Button>}
    </div>
  );
}

interface QuizPlaceProps {
  readonly quiz: StudioLesson['activities'][number];
  readonly isReadOnly: boolean;
  readonly onSave: (place: { readonly moment: string; readonly heading: number | null }) => void;
}

function QuizPlace({ quiz, isReadOnly, onSave }: QuizPlaceProps) {
  const { t } = useLingui();
  const moments = [{ id: 'before', name: t`Before the text` }, { id: 'heading', name: t`Below a heading` }, { id: 'after', name: t`After the text` }];
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Select label={t`Where the quiz stands`} options={moments} value={quiz.moment ?? 'after'} onChange={(moment) => onSave({ moment, heading: moment === 'heading' ? 1 : null })} isDisabled={isReadOnly} />
      {quiz.moment === 'heading' && (
        <NumberField label={t`Which heading`} help={t`Counted from the first one below the title`} value={quiz.heading ?? 1} minValue={1} maxValue={1_000} onChange={(heading) => onSave({ moment: 'heading', heading })} isDisabled={isReadOnly} />
      )}
    </div>
  );
}
