import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type Answer, type Refusal } from '~/lib/api/answer';
import { Banner, Button, ButtonLink, Card, Problem } from '~/ui';
import { confirmAddress, stopAddress } from './operations';
import { Porch } from './porch';

interface AddressLinkProps {
  readonly title: string;
  readonly intro: string;
  readonly act: ReactNode;
  readonly send: () => Promise<Answer<{ readonly email: string }>>;
  /** What to read once it is done. */
  readonly done: (email: string) => ReactNode;
}

/** The link of a mail about another address. It waits for a press: mail scanners open links, and would use it up. */
function AddressLink({ title, intro, act, send, done }: AddressLinkProps) {
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const [email, setEmail] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    setPending(true);
    const answer = await send().finally(() => setPending(false));
    if (answer.ok) setEmail(answer.value.email);
    else setProblem(answer.refusal);
  };
  const isOver = email !== null || problem !== null;
  return (
    <Porch title={title} intro={isOver ? undefined : intro}>
      <Card>
        <div className="stack">
          <Problem problem={problem} />
          {email !== null && <Banner tone="good">{done(email)}</Banner>}
          {isOver ? (
            <ButtonLink to="/" look="main" size="wide">
              <Trans>Go on to Tremplin</Trans>
            </ButtonLink>
          ) : (
            <Button look="main" size="wide" onPress={press} isPending={isPending} autoFocus>
              {act}
            </Button>
          )}
        </div>
      </Card>
    </Porch>
  );
}

export function ConfirmAddressPage({ token }: { readonly token: string }) {
  const { t } = useLingui();
  return (
    <AddressLink
      title={t`Your new address`}
      intro={t`From then on you sign in with it, and your messages arrive there. Your other devices are signed out.`}
      act={<Trans>Confirm the new address</Trans>}
      send={() => confirmAddress(token)}
      done={(email) => <Trans>Done: you sign in with {email} from now on.</Trans>}
    />
  );
}

export function StopAddressPage({ token }: { readonly token: string }) {
  const { t } = useLingui();
  return (
    <AddressLink
      title={t`Was it not you?`}
      intro={t`Your account keeps or gets back the address before, all devices are signed out, and the password no longer works. We send you a link with which you choose a new one.`}
      act={<Trans>Stop the change and protect my account</Trans>}
      send={() => stopAddress(token)}
      done={(email) => <Trans>Your account has the address {email}. A link for a new password is on its way there.</Trans>}
    />
  );
}
