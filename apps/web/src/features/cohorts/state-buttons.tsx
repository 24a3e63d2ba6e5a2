import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Button, ConfirmDialog, notices } from '~/ui';
import { changeState, type Cohort, type CohortState } from './operations';
import { nextStates, stateAction } from './words';

interface Question {
  readonly to: CohortState;
  /** What the server said, where it is it that asks. */
  readonly words?: string;
}

/** The next step as a button; below the minimum, before completing and before cancelling it asks. */
export function StateButtons({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<Question | null>(null);
  const [isPending, setPending] = useState(false);
  const go = async (to: CohortState, despiteMinimum: boolean): Promise<void> => {
    setPending(true);
    const answer = await changeState(cohort, to, despiteMinimum).finally(() => setPending(false));
    if (answer.ok) setAsking(null);
    else if (answer.refusal.code === 'BELOW_MINIMUM') setAsking({ to, words: answer.refusal.message });
    else notices.say({ tone: 'bad', text: answer.refusal.message });
  };
  const ask = (to: CohortState): void => (to === 'CANCELLED' || to === 'COMPLETED' ? setAsking({ to }) : void go(to, false));
  const [main, ...others] = nextStates[cohort.state];
  return (
    <>
      {others.map((to) => (
        <Button key={to} look={to === 'CANCELLED' ? 'quiet-danger' : undefined} onPress={() => ask(to)}>
          {t(stateAction(cohort.state, to))}
        </Button>
      ))}
      {main && (
        <Button look="main" onPress={() => ask(main)} isPending={isPending && asking === null}>
          {t(stateAction(cohort.state, main))}
        </Button>
      )}
      {asking && <Asking cohort={cohort} question={asking} isPending={isPending} onClose={() => setAsking(null)} onConfirm={() => void go(asking.to, asking.words !== undefined)} />}
    </>
  );
}

interface AskingProps {
  readonly cohort: Cohort;
  readonly question: Question;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

function Asking({ cohort, question: { to, words }, ...rest }: AskingProps) {
  const { t } = useLingui();
  const { name } = cohort;
  const title = to === 'CANCELLED' ? t`Cancel ${name}?` : to === 'COMPLETED' ? t`Complete ${name}?` : t(stateAction(cohort.state, to));
  const confirm = to === 'CANCELLED' ? t`Cancel the cohort` : to === 'COMPLETED' ? t`Complete the cohort` : t`Go on all the same`;
  return (
    <ConfirmDialog isOpen title={title} confirm={confirm} danger={to === 'CANCELLED'} leave={to === 'CANCELLED' ? t`Keep it` : undefined} {...rest}>
      {words !== undefined ? <p>{words}</p> : to === 'COMPLETED' ? <WhatCompletingMeans cohort={cohort} /> : <WhatCancellingMeans />}
    </ConfirmDialog>
  );
}

const WhatCancellingMeans = (): ReactNode => (
  <p>
    <Trans>Its sessions to come are cancelled, rooms and people are free again, and everybody concerned is told. A cancelled cohort does not come back.</Trans>
  </p>
);

/** What is still ahead stays as it is; it only cannot be changed until somebody takes the cohort up again. */
function WhatCompletingMeans({ cohort: { sessions, held, active } }: { readonly cohort: Cohort }): ReactNode {
  const { t } = useLingui();
  const ahead = sessions - held;
  return (
    <>
      {ahead > 0 && <p>{t`${plural(ahead, { one: '# session is still to come: it stays in the agendas, with its room.', other: '# sessions are still to come: they stay in the agendas, with their rooms.' })}`}</p>}
      {active > 0 && <p>{t`${plural(active, { one: '# learner is still active: note first who has completed or left.', other: '# learners are still active: note first who has completed or left.' })}`}</p>}
      <p>
        <Trans>Sessions, seats and people cannot be changed any more. You can take the cohort up again.</Trans>
      </p>
    </>
  );
}
