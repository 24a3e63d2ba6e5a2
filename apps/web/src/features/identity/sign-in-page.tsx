import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { SIGN_OUT_THERE, type SignInReason } from '~/lib/sign-in-reasons';
import { useForm } from '~/lib/use-form';
import { Banner, Button, Card, Form, PasswordField, Problem, TextField, TextLink } from '~/ui';
import { IconMail } from '~/ui/icons';
import { CodeForm } from './code-form';
import { type SignedIn, useProviders, sendLink, signIn } from './operations';
import { Porch } from './porch';

const reasonTexts: Readonly<Partial<Record<SignInReason, MessageDescriptor>>> = {
  account: msg`Your address has an account already. Sign in with it, then accept the invitation.`,
  ended: msg`You were signed out. Sign in again to go on where you were.`,
  'confirm-by-mail': msg`One more step: a mail is on its way. Open its link in this browser to confirm that the account is yours.`,
  provider: msg`The sign-in by your organisation did not work. Try again, or take another way in.`,
  suspended: msg`Your access is suspended. Ask your training centre.`,
  wait: msg`There were too many attempts. Try again in a few minutes.`,
};

function Reason({ reason }: { readonly reason?: SignInReason }) {
  const { t } = useLingui();
  const text = reason && reasonTexts[reason];
  return text ? <Banner tone={reason === 'provider' || reason === 'suspended' ? 'warn' : 'info'}>{t(text)}</Banner> : null;
}

interface SignInPageProps {
  /** Called once the sign-in is complete, second factor included. */
  readonly onSignedIn: () => void;
  /** Why the person is here again: signed out elsewhere, session ran out. */
  readonly reason?: SignInReason;
  readonly returnTo: string;
}

export function SignInPage({ onSignedIn, reason, returnTo }: SignInPageProps) {
  const { t } = useLingui();
  const [stage, setStage] = useState<'start' | 'code'>(reason === 'code' ? 'code' : 'start');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [email, setEmail] = useState('');
  const go = ({ needsCode }: SignedIn): void => (needsCode ? setStage('code') : onSignedIn());
  if (stage === 'code') return <CodePage onSignedIn={onSignedIn} onBack={() => setStage('start')} />;
  if (sentTo !== null) return <SentPage email={sentTo} onBack={() => setSentTo(null)} />;
  return (
    <Porch title={t`Sign in`}>
      <div className="stack">
        <Reason reason={reason} />
        <StillSignedIn />
        <Card>
          <Credentials onSignedIn={go} onSent={setSentTo} onEmail={setEmail} />
        </Card>
        <Providers email={email} returnTo={returnTo} />
      </div>
    </Porch>
  );
}

interface CredentialsProps {
  readonly onSignedIn: (how: SignedIn) => void;
  readonly onSent: (email: string) => void;
  /** The address as far as it was typed. */
  readonly onEmail: (email: string) => void;
}

function Credentials({ onSignedIn, onSent, onEmail }: CredentialsProps) {
  const { t } = useLingui();
  const [sending, setSending] = useState(false);
  const form = useForm({ email: '', password: '' }, signIn, onSignedIn);
  const email = form.field('email');
  const typed = (value: string): void => {
    email.onChange(value);
    onEmail(value);
  };
  const link = async (): Promise<void> => {
    if (form.values.email.trim() === '') return form.mark({ email: t`Enter your e-mail address, then we send the link.` });
    setSending(true);
    const answer = await sendLink(form.values.email).finally(() => setSending(false));
    if (answer.ok) onSent(form.values.email);
    else form.mark({ email: answer.refusal.faults[0]?.message ?? answer.refusal.message });
  };
  return (
    <Form onSubmit={() => void form.submit()}>
      <Problem problem={form.problem} />
      <TextField label={t`E-mail`} type="email" name="email" autoComplete="username" inputMode="email" {...email} onChange={typed} />
      <PasswordField label={t`Password`} name="password" autoComplete="current-password" {...form.field('password')} />
      <Button look="main" size="wide" type="submit" isPending={form.isPending}>
        <Trans>Sign in</Trans>
      </Button>
      <p className="or">
        <Trans>or</Trans>
      </p>
      <Button size="wide" icon={<IconMail aria-hidden />} onPress={link} isPending={sending}>
        <Trans>Send me a sign-in link</Trans>
      </Button>
      <p className="text-center text-sm">
        <TextLink to="/reset">
          <Trans>Forgot your password?</Trans>
        </TextLink>
      </p>
    </Form>
  );
}

/** Whoever came by a provider is still signed in there: a shared computer needs the second step, a private one does not. */
function StillSignedIn() {
  const { t } = useLingui();
  const [there] = useState(takeSignOutThere);
  if (!there) return null;
  return (
    <Banner tone="info" title={t`You are signed out here`}>
      <Trans>
        At {there.name} you are still signed in. On a computer that others use, <a href={there.url}>sign out there as well</a>.
      </Trans>
    </Banner>
  );
}

/** Told once: the next visit of the page is another one's. */
function takeSignOutThere(): { readonly name: string; readonly url: string } | null {
  const kept = sessionStorage.getItem(SIGN_OUT_THERE);
  sessionStorage.removeItem(SIGN_OUT_THERE);
  return kept ? (JSON.parse(kept) as { name: string; url: string }) : null;
}

function Providers({ email, returnTo }: { readonly email: string; readonly returnTo: string }) {
  const providers = useProviders({ email });
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-2.5">
      {providers.map((provider) => (
        <a key={provider.id} className="button" data-look="plain" data-size="wide" href={`/auth/oidc/start?${new URLSearchParams({ provider: provider.id, returnTo }).toString()}`}>
          <Trans>Continue with {provider.name}</Trans>
        </a>
      ))}
    </div>
  );
}

export function SentPage({ email, onBack }: { readonly email: string; readonly onBack: () => void }) {
  const { t } = useLingui();
  return (
    <Porch title={t`Look in your mailbox`}>
      <Card>
        <div className="stack">
          <p>
            <Trans>
              If <b>{email}</b> belongs to an account, a link is on its way. It works once, for a short time, also on another device.
            </Trans>
          </p>
          <p className="text-muted text-sm">
            <Trans>Nothing there after two minutes? Look in the spam folder, or check the address.</Trans>
          </p>
          <Button onPress={onBack}>
            <Trans>Back</Trans>
          </Button>
        </div>
      </Card>
    </Porch>
  );
}

export function CodePage({ onSignedIn, onBack }: { readonly onSignedIn: () => void; readonly onBack?: () => void }) {
  const { t } = useLingui();
  return (
    <Porch title={t`One more step`} intro={t`Enter the code that your authenticator app shows, or one of your recovery codes.`}>
      <Card>
        <CodeForm onSignedIn={onSignedIn} onBack={onBack} />
      </Card>
    </Porch>
  );
}
