import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, IconButton, TextField } from '~/ui';
import { IconPlus, IconTrash } from '~/ui/icons';
import { type StudioText } from './operations';

type Questions = NonNullable<StudioText['questions']>;
type Question = Questions[number];

interface QuestionsEditorProps {
  readonly questions: Questions;
  readonly onChange: (questions: Questions) => void;
  readonly isReadOnly: boolean;
  /** Which answers are right is said in the original language only. */
  readonly solves: boolean;
}

const answer = (isRight = false): Question['answers'][number] => ({ __typename: 'CourseAnswerOption', text: '', isRight });
const fresh = (): Question => ({ __typename: 'CourseQuestion', text: '', answers: [answer(true), answer()] });

export function QuestionsEditor({ questions, onChange, isReadOnly, solves }: QuestionsEditorProps) {
  const { t } = useLingui();
  const put = (at: number, question: Question | null): void => onChange(questions.flatMap((one, index) => (index === at ? (question ?? []) : one)));
  return (
    <div className="stack">
      {questions.map((question, index) => (
        <fieldset key={index} className="quiz-question" disabled={isReadOnly}>
          <legend><Trans>Question {index + 1}</Trans></legend>
          <div className="flex items-end gap-2">
            <TextField className="flex-1" label={t`Question`} value={question.text} onChange={(text) => put(index, { ...question, text })} />
            <IconButton label={t`Remove the question`} onPress={() => put(index, null)}><IconTrash /></IconButton>
          </div>
          {question.answers.map((one, at) => (
            <div key={at} className="flex items-center gap-3">
              <TextField className="flex-1" label={t`Answer ${at + 1}`} hideLabel value={one.text} onChange={(text) => put(index, { ...question, answers: question.answers.map((old, place) => (place === at ? { ...old, text } : old)) })} />
              <Checkbox isSelected={one.isRight} isDisabled={!solves || isReadOnly} onChange={(isRight) => put(index, { ...question, answers: question.answers.map((old, place) => (place === at ? { ...old, isRight } : old)) })}>
                <Trans>right</Trans>
              </Checkbox>
            </div>
          ))}
          {solves && <Button size="small" icon={<IconPlus aria-hidden />} onPress={() => put(index, { ...question, answers: [...question.answers, answer()] })}><Trans>One more answer</Trans></Button>}
        </fieldset>
      ))}
      {solves && !isReadOnly && <Button icon={<IconPlus aria-hidden />} onPress={() => onChange([...questions, fresh()])}><Trans>One more question</Trans></Button>}
    </div>
  );
}
