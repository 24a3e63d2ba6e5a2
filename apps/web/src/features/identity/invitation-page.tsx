import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { spoken } from '~/lib/i18n/i18n';
import { useForm } from '~/lib/use-form';
import { type Role } from '~/lib/viewer';
import { useRoleNameIn } from '~/lib/use-role-name';
import { type OwnWords, roleHelp } from '~/lib/words';
import { Badge, Button, ButtonLink, Card, EmptyState, Form, PasswordField, Problem, SkeletonRows, TextField } from '~/ui';
import { acceptAtProvider, acceptInvitation, type Invitation, type Provider, useInvitation, useProviders } from './operations';
import { Porch } from './porch';
import { PasswordRule } from './reset-page';

interface InvitationPageProps {
  readonly token: string;
  readonly onSignedIn: () => void;
}

export function InvitationPage({ token, onSignedIn }: InvitationPageProps) {
  const { t } = useLingui();
  const { invitation, loading } = useInvitation(token);
  if (loading) return <Porch title={t`Your invitation`}>{<SkeletonRows rows={3} />}</Porch>;
  if (!invitation) return <GoneInvitation />;
  return (
    <Porch title={t`Welcome to ${invitation.organisationName}`} intro={t`You are invited to take part.`}>
      <div className="stack">
        <RolesOffered roles={invitation.roles} words={invitation.words} />
        <Card>{invitation.hasAccount ? <AcceptWithAccount token={token} onSignedIn={onSignedIn} /> : <AcceptAndSignUp token={token} invitation={invitation} onSignedIn={onSignedIn} />}</Card>
        <AtProviders token={token} organisationId={invitation.organisationId} />
      </div>
    </Porch>
  );
}

/** Whoever has an account at the centre's own provider signs in there, and has accepted. */
function AtProviders({ token, organisationId }: { readonly token: string; readonly organisationId: string }) {
  const providers = useProviders({ organisationId });
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [waiting, setWaiting] = useState<string | null>(null);
  const go = async ({ id }: Provider): Promise<void> => {
    setWaiting(id);
    const answer = await acceptAtProvider(token, id);
    if (answer.ok) return location.assign(answer.value.url);
    setWaiting(null);
    setProblem(answer.refusal);
  };
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-2.5">
      <p className="or">
        <Trans>or</Trans>
      </p>
      <Problem problem={problem} />
      {providers.map((provider) => (
        <Button key={provider.id} size="wide" onPress={() => void go(provider)} isPending={waiting === provider.id}>
          <Trans>Accept with {provider.name}</Trans>
        </Button>
      ))}
    </div>
  );
}

function GoneInvitation() {
  const { t } = useLingui();
  return (
    <Porch title={t`Your invitation`}>
      <Card>
        <EmptyState
          title={t`This invitation is no longer valid`}
          actions={
            <ButtonLink to="/sign-in" look="main">
              <Trans>To the sign-in</Trans>
            </ButtonLink>
          }
        >
          <Trans>It was used, taken back or is too old. If you have an account, sign in; otherwise ask for a new invitation.</Trans>
        </EmptyState>
      </Card>
    </Porch>
  );
}

/** In the words of the centre that invites. */
function RolesOffered({ roles, words }: { readonly roles: readonly Role[]; readonly words: OwnWords }) {
  const { t } = useLingui();
  const roleName = useRoleNameIn();
  return (
    <ul className="grid gap-2">
      {roles.map((role) => (
        <li key={role} className="flex items-baseline gap-2.5">
          <Badge tone="action">{roleName(words, role)}</Badge>
          <span className="text-muted text-sm">{t(roleHelp[role])}</span>
        </li>
      ))}
    </ul>
  );
}

function AcceptAndSignUp({ token, invitation, onSignedIn }: { readonly token: string; readonly invitation: Invitation; readonly onSignedIn: () => void }) {
  const { t } = useLingui();
  const form = useForm({ name: invitation.name, password: '' }, (values) => acceptInvitation(token, { ...values, language: spoken() }), onSignedIn);
  return (
    <Form onSubmit={() => void form.submit()}>
      <Problem problem={form.problem} />
      <TextField label={t`Your name`} autoComplete="name" {...form.field('name')} />
      <TextField label={t`E-mail`} value={invitation.email} isReadOnly help={t`You sign in with this address.`} />
      <PasswordField label={t`Choose a password`} autoComplete="new-password" help={<PasswordRule />} {...form.field('password')} />
      <Button look="main" size="wide" type="submit" isPending={form.isPending}>
        <Trans>Accept the invitation</Trans>
      </Button>
    </Form>
  );
}

function AcceptWithAccount({ token, onSignedIn }: { readonly token: string; readonly onSignedIn: () => void }) {
  const form = useForm({}, () => acceptInvitation(token, null), onSignedIn);
  const signInFirst = form.problem?.code === 'SIGN_IN_FIRST';
  return (
    <Form onSubmit={() => void form.submit()}>
      <Problem problem={form.problem} />
      <p>
        <Trans>Your account is known: nothing to fill in. The centre appears beside those you belong to.</Trans>
      </p>
      {signInFirst ? (
        <ButtonLink to="/sign-in" search={{ next: `/invitation#${token}` }} look="main" size="wide">
          <Trans>Sign in</Trans>
        </ButtonLink>
      ) : (
        <Button look="main" size="wide" type="submit" isPending={form.isPending}>
          <Trans>Accept the invitation</Trans>
        </Button>
      )}
    </Form>
  );
}
