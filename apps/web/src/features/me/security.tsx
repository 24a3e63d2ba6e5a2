import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useViewer } from '~/lib/viewer';
import { Badge, Banner, Button, Card, Form, FormDialog, notices, PasswordField, Problem, TextField } from '~/ui';
import { LinkedProviders } from './linked-providers';
import { type Account, changePassword, removeSecondFactor } from './operations';
import { SecondFactorDialog } from './second-factor-dialog';

interface SecurityProps {
  readonly account: Account;
  readonly onChanged: () => void;
}

export function Security({ account, onChanged }: SecurityProps) {
  const [changes, setChanges] = useState(0);
  return (
    <div className="stack">
      <Demanded />
      <SecondFactor account={account} onChanged={onChanged} />
      <LinkedProviders onChanged={onChanged} />
      {/* A fresh form after every change: passwords do not stay on the screen. */}
      <Password
        key={changes}
        account={account}
        onDone={() => {
          setChanges(changes + 1);
          onChanged();
        }}
      />
    </div>
  );
}

/** Why nothing else opens: a centre demands a second factor of those who run it. */
function Demanded() {
  const { t } = useLingui();
  const { secondFactorDemandedBy } = useViewer();
  if (secondFactorDemandedBy.length === 0) return null;
  return (
    <Banner tone="warn" title={t`${secondFactorDemandedBy.join(', ')}: a second factor is demanded`}>
      <Trans>Your roles as manager or coordinator open again as soon as you have set one up here. It takes two minutes and a telephone.</Trans>
    </Banner>
  );
}

function Password({ account, onDone }: { readonly account: Account; readonly onDone: () => void }) {
  const { t } = useLingui();
  const form = useForm(
    { currentPassword: '', newPassword: '' },
    ({ currentPassword, newPassword }) => changePassword({ newPassword, currentPassword: account.hasPassword ? currentPassword : undefined }),
    () => {
      notices.say({ tone: 'good', text: t`The new password counts from now on. All other devices are signed out.` });
      onDone();
    },
  );
  return (
    <Card title={account.hasPassword ? t`Change the password` : t`Choose a password`}>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        {account.hasPassword && <PasswordField label={t`Present password`} autoComplete="current-password" {...form.field('currentPassword')} />}
        <PasswordField
          label={t`New password`}
          autoComplete="new-password"
          help={t`Twelve characters or more. A short sentence is easy to remember and hard to guess.`}
          {...form.field('newPassword')}
        />
        <div className="form-actions">
          <Button type="submit" isPending={form.isPending}>
            <Trans>Change the password</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function SecondFactor({ account, onChanged }: SecurityProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'add' | 'remove' | null>(null);
  const { secondFactorDemandedBy } = useViewer();
  const close = (): void => {
    // Roles that waited count from now on: everything is read anew.
    if (open === 'add' && secondFactorDemandedBy.length > 0) return location.reload();
    setOpen(null);
    onChanged();
  };
  const state = account.secondFactorActive ? <Badge tone="good">{t`switched on`}</Badge> : <Badge>{t`switched off`}</Badge>;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <Trans>Second factor</Trans> {state}
        </span>
      }
      intro={t`A code of your telephone beside the password: a stolen password alone opens nothing.`}
    >
      {account.secondFactorActive ? (
        <div className="form-actions">
          <Button onPress={() => setOpen('remove')}>
            <Trans>Switch off</Trans>
          </Button>
          <span className="text-muted text-sm">
            <Trans>Recovery codes left: {account.recoveryCodesLeft}</Trans>
          </span>
        </div>
      ) : (
        <Button look="main" onPress={() => setOpen('add')}>
          <Trans>Set up</Trans>
        </Button>
      )}
      {open === 'add' && <SecondFactorDialog needsPassword={account.hasPassword} onClose={close} />}
      {open === 'remove' && <RemoveDialog onClose={close} />}
    </Card>
  );
}

function RemoveDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({ code: '' }, ({ code }) => removeSecondFactor(code.replaceAll(/\s/g, '')), () => {
    notices.say({ tone: 'good', text: t`The second factor is off.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Switch the second factor off`} submit={t`Switch off`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`Code`} help={t`Of your authenticator app, or a recovery code.`} autoComplete="one-time-code" inputClassName="code-input" autoFocus {...form.field('code')} />
    </FormDialog>
  );
}
