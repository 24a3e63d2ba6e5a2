import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Badge, Button, Card, Form, Problem } from '~/ui';
import { IconCheck, IconClose } from '~/ui/icons';
import { answerQuiz, type Marks, type Quiz } from './operations';

interface QuizCardProps {
  readonly quiz: Quiz;
  readonly best?: { readonly rightCount: number; readonly questionCount: number };
  readonly onMarked: () => void;
}

/** A self-check: choose, see what was right, try again. The best attempt counts. */
export function QuizCard({ quiz, best, onMarked }: QuizCardProps) {
  const { t } = useLingui();
  const nothing = quiz.questions.map((): readonly number[] => []);
  const [choices, setChoices] = useState(nothing);
  const [marks, setMarks] = useState<Marks | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const choose = (at: number, chosen: readonly number[]): void => setChoices(choices.map((one, index) => (index === at ? chosen : one)));
  const send = async (): Promise<void> => {
    setPending(true);
    const answer = await answerQuiz(quiz.id, choices).finally(() => setPending(false));
    if (!answer.ok) return setProblem(answer.refusal);
    setMarks(answer.value);
    onMarked();
  };
  const again = (): void => {
    setMarks(null);
    setChoices(nothing);
  };
  return (
    <Card id={`quiz-${quiz.id}`} title={quiz.title} intro={quiz.moment === 'before' ? t`What do you know already?` : t`Check what you have learnt`} actions={best && <Badge tone={best.rightCount === best.questionCount ? 'good' : 'plain'}>{t`Best: ${best.rightCount} of ${best.questionCount}`}</Badge>}>
      <Form onSubmit={() => void send()}>
        <Problem problem={problem} />
        {quiz.questions.map((question, index) => (
          <Question key={index} name={`${quiz.id}-${index}`} question={question} chosen={choices[index] ?? []} marked={marks?.questions[index]} onChange={(chosen) => choose(index, chosen)} />
        ))}
        <div className="form-actions" role="status">
          {marks ? (
            <>
              <strong>
                <Trans>{marks.rightCount} of {marks.questionCount} right</Trans>
              </strong>
              <Button onPress={again}>
                <Trans>Try again</Trans>
              </Button>
            </>
          ) : (
            <Button type="submit" look="soft" isPending={isPending} isDisabled={choices.every((one) => one.length === 0)}>
              <Trans>Check my answers</Trans>
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

interface QuestionProps {
  readonly name: string;
  readonly question: Quiz['questions'][number];
  readonly chosen: readonly number[];
  readonly marked?: { readonly isRight: boolean; readonly right: readonly number[] };
  readonly onChange: (chosen: readonly number[]) => void;
}

function Question({ name, question, chosen, marked, onChange }: QuestionProps) {
  const { t } = useLingui();
  const toggle = (answer: number): void => onChange(question.takesSeveral ? (chosen.includes(answer) ? chosen.filter((one) => one !== answer) : [...chosen, answer]) : [answer]);
  return (
    <fieldset className="quiz-question" disabled={marked !== undefined}>
      <legend>
        {question.text} {question.takesSeveral && <span className="text-faint text-sm">{t`(several answers)`}</span>}
      </legend>
      {question.answers.map((answer, index) => (
        <Answer key={index} text={answer} name={name} takesSeveral={question.takesSeveral} isChosen={chosen.includes(index)} isRight={marked?.right.includes(index)} onToggle={() => toggle(index)} />
      ))}
    </fieldset>
  );
}

interface AnswerProps {
  readonly text: string;
  readonly name: string;
  readonly takesSeveral: boolean;
  readonly isChosen: boolean;
  /** Undefined before the attempt is marked. */
  readonly isRight?: boolean;
  readonly onToggle: () => void;
}

function Answer({ text, name, takesSeveral, isChosen, isRight, onToggle }: AnswerProps) {
  const { t } = useLingui();
  const isWrong = isChosen && isRight === false;
  return (
    <label className="quiz-answer" data-right={isRight || undefined} data-wrong={isWrong || undefined}>
      <input type={takesSeveral ? 'checkbox' : 'radio'} name={name} checked={isChosen} onChange={onToggle} />
      <span>{text}</span>
      {isRight && <IconCheck aria-label={t`right`} />}
      {isWrong && <IconClose aria-label={t`wrong`} />}
    </label>
  );
}
