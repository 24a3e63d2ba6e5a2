import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Button, ButtonLink, Card, Problem } from '~/ui';
import { confirmProvider, openLink } from './operations';
import { Porch } from './porch';
import { CodePage } from './sign-in-page';

interface LinkPageProps {
  readonly token: string;
  /** What the link is good for: to sign in, or to tie an organisation's account to one's own. */
  readonly way: 'link' | 'provider';
  readonly onSignedIn: () => void;
}

/** The link of a mail. It waits for a press: mail scanners open links, and would use it up. */
export function LinkPage({ token, way, onSignedIn }: LinkPageProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const [needsCode, setNeedsCode] = useState(false);
  const enter = async (): Promise<void> => {
    setPending(true);
    const answer = await (way === 'link' ? openLink : confirmProvider)(token).finally(() => setPending(false));
    if (!answer.ok) setProblem(answer.refusal);
    else if (answer.value.needsCode) setNeedsCode(true);
    else onSignedIn();
  };
  if (needsCode) return <CodePage onSignedIn={onSignedIn} />;
  return (
    <Porch title={t`Welcome back`}>
      <Card>
        <div className="stack">
          <Problem problem={problem} />
          {problem ? (
            <ButtonLink to="/sign-in" look="main" size="wide">
              <Trans>Ask for a new link</Trans>
            </ButtonLink>
          ) : (
            <Button look="main" size="wide" onPress={enter} isPending={isPending} autoFocus>
              <Trans>Sign in</Trans>
            </Button>
          )}
        </div>
      </Card>
    </Porch>
  );
}
