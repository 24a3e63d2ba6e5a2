import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { Button, Card, Form, PasswordField, Problem, TextField, TextLink } from '~/ui';
import { type SignedIn, askReset, choosePassword } from './operations';
import { Porch } from './porch';
import { CodePage, SentPage } from './sign-in-page';

export function AskResetPage() {
  const { t } = useLingui();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ email: '' }, ({ email }) => askReset(email), (_sent, { email }) => setSentTo(email));
  if (sentTo !== null) return <SentPage email={sentTo} onBack={() => setSentTo(null)} />;
  return (
    <Porch title={t`A new password`} intro={t`We send you a link with which you choose one.`}>
      <Card>
        <Form onSubmit={() => void form.submit()}>
          <Problem problem={form.problem} />
          <TextField label={t`E-mail`} type="email" autoComplete="username" inputMode="email" autoFocus {...form.field('email')} />
          <Button look="main" size="wide" type="submit" isPending={form.isPending}>
            <Trans>Send the link</Trans>
          </Button>
          <p className="text-center text-sm">
            <TextLink to="/sign-in">
              <Trans>Back to the sign-in</Trans>
            </TextLink>
          </p>
        </Form>
      </Card>
    </Porch>
  );
}

export function ChoosePasswordPage({ token, onSignedIn }: { readonly token: string; readonly onSignedIn: () => void }) {
  const { t } = useLingui();
  const [needsCode, setNeedsCode] = useState(false);
  const go = (how: SignedIn): void => (how.needsCode ? setNeedsCode(true) : onSignedIn());
  const form = useForm({ password: '' }, ({ password }) => choosePassword(token, password), go);
  if (needsCode) return <CodePage onSignedIn={onSignedIn} />;
  return (
    <Porch title={t`Choose a new password`} intro={t`You are signed out on all other devices.`}>
      <Card>
        <Form onSubmit={() => void form.submit()}>
          <Problem problem={form.problem} />
          <PasswordField label={t`New password`} autoComplete="new-password" autoFocus help={<PasswordRule />} {...form.field('password')} />
          <Button look="main" size="wide" type="submit" isPending={form.isPending}>
            <Trans>Save and sign in</Trans>
          </Button>
        </Form>
      </Card>
    </Porch>
  );
}

export const PasswordRule = () => <Trans>Twelve characters or more. A short sentence is easy to remember and hard to guess.</Trans>;
