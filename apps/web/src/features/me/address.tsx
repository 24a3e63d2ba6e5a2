import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { Banner, Button, Card, FormDialog, notices, PasswordField, Problem, TextField } from '~/ui';
import { type Account, changeAddress, withdrawAddress } from './operations';

interface AddressProps {
  readonly account: Account;
  readonly onChanged: () => void;
}

/** The address to sign in with, and the wish for another one. */
export function Address({ account, onChanged }: AddressProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    onChanged();
  };
  return (
    <Card title={t`Your address`}>
      <div className="stack">
        {account.addressAsked && <Waiting address={account.addressAsked} onChanged={onChanged} />}
        <TextField label={t`E-mail`} value={account.email} isReadOnly help={t`You sign in with this address.`} />
        <div className="form-actions">
          <Button onPress={() => setOpen(true)}>
            <Trans>Change the address</Trans>
          </Button>
        </div>
      </div>
      {isOpen && <ChangeDialog account={account} onClose={close} />}
    </Card>
  );
}

function Waiting({ address, onChanged }: { readonly address: string; readonly onChanged: () => void }) {
  const { t } = useLingui();
  const [isPending, setPending] = useState(false);
  const withdraw = async (): Promise<void> => {
    setPending(true);
    await withdrawAddress().finally(() => setPending(false));
    onChanged();
  };
  return (
    <Banner tone="info" title={t`Look in the mailbox of ${address}`}>
      <div className="stack">
        <p>
          <Trans>Confirm the new address there within a day. Until then nothing changes.</Trans>
        </p>
        <div>
          <Button onPress={withdraw} isPending={isPending}>
            <Trans>Keep the present address</Trans>
          </Button>
        </div>
      </div>
    </Banner>
  );
}

function ChangeDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({ email: '', password: '' }, ({ email, password }) => changeAddress({ email, password: account.hasPassword ? password : undefined }), () => {
    notices.say({ tone: 'good', text: t`A mail is on its way to the new address. Confirm it there.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Change the address`} submit={t`Send the link`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`New address`} type="email" name="email" autoComplete="email" inputMode="email" autoFocus help={t`We send a link there, and tell your present address.`} {...form.field('email')} />
      {account.hasPassword && <PasswordField label={t`Present password`} autoComplete="current-password" {...form.field('password')} />}
    </FormDialog>
  );
}
