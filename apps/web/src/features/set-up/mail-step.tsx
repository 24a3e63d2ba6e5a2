import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { useCentre, useViewer } from '~/lib/viewer';
import { Banner, Button, Card, Problem } from '~/ui';
import { IconSend } from '~/ui/icons';
import { sendTestMail } from './operations';
import { StepFoot } from './step-foot';

interface MailStepProps {
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Invitations and reminders go by mail: better to know now whether it arrives. */
export function MailStep({ onBack, onNext }: MailStepProps) {
  const { t } = useLingui();
  const { email } = useViewer();
  const { id } = useCentre();
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const send = async (): Promise<void> => {
    setPending(true);
    setProblem(null);
    const answer = await sendTestMail(id).finally(() => setPending(false));
    if (answer.ok) setSentTo(answer.value.address);
    else setProblem(answer.refusal);
  };
  return (
    <>
      <Card title={t`Does mail arrive?`} intro={t`Invitations, reminders and changes go by mail. We send one to you: ${email ?? ''}`}>
        <div className="form">
          <Problem problem={problem} />
          {sentTo !== null && (
            <Banner tone="good" announce title={t`On its way to ${sentTo}.`}>
              <Trans>It should be there within a minute. If not, Operations says what the mail server answered.</Trans>
            </Banner>
          )}
          <div className="form-actions">
            <Button look={sentTo === null ? 'main' : 'soft'} icon={<IconSend aria-hidden />} onPress={send} isPending={isPending}>
              {sentTo === null ? <Trans>Send a test mail</Trans> : <Trans>Send another one</Trans>}
            </Button>
          </div>
        </div>
      </Card>
      <StepFoot onBack={onBack} onNext={onNext} empty={sentTo === null} />
    </>
  );
}
