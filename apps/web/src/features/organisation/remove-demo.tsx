import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Button, Card, ConfirmDialog, Problem } from '~/ui';
import { removeDemo } from './operations';

/** The demo centre goes in one click when it is no longer needed; nothing else hangs on it. */
export function RemoveDemo({ organisationId }: { readonly organisationId: string }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const run = async (): Promise<void> => {
    setPending(true);
    const answer = await removeDemo(organisationId).finally(() => setPending(false));
    if (answer.ok) location.assign('/');
    else setProblem(answer.refusal);
  };
  return (
    <Card className="mt-5 max-w-2xl" title={t`This is the demo centre`} intro={t`Its people and bookings are invented. Remove it when your own centre stands.`}>
      <Button look="quiet-danger" onPress={() => setAsking(true)}>
        <Trans>Remove the demo centre</Trans>
      </Button>
      <ConfirmDialog isOpen={asking} onClose={() => setAsking(false)} title={t`Remove the demo centre?`} confirm={t`Remove the demo centre`} onConfirm={() => void run()} isPending={isPending}>
        <Problem problem={problem} />
        <p>
          <Trans>Everything in it goes at once and does not come back: people, bookings, messages.</Trans>
        </p>
      </ConfirmDialog>
    </Card>
  );
}
