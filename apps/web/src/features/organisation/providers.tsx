import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Answer } from '~/lib/api/answer';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { Badge, Button, Card, ConfirmDialog, CopyField, EmptyState, FormDialog, Loaded, MenuItem, notices, PasswordField, Problem, Row, RowMenu, Rows, TextField } from '~/ui';
import { IconLogin } from '~/ui/icons';
import { type Provider, type ProviderDraft, removeProvider, saveProvider, switchProvider, useProviders } from './integration-operations';
import { useDeed } from './use-deed';

/** Where people of the centre may sign in with the account that they have already. */
export function Providers() {
  const { t } = useLingui();
  const providers = useProviders(useCentre().id);
  const [adding, setAdding] = useState(false);
  const close = (): void => {
    setAdding(false);
    providers.again();
  };
  const add = (
    <Button icon={<IconLogin aria-hidden />} onPress={() => setAdding(true)}>
      <Trans>Add a sign-in service</Trans>
    </Button>
  );
  return (
    <Card title={t`Sign-in services`} intro={t`People sign in with the account of their institution: Microsoft Entra, Keycloak or any OpenID Connect service.`} actions={add}>
      <Loaded read={providers}>
        {({ providers: list, redirectUri }) => (
          <div className="stack">
            {list.length === 0 ? (
              <EmptyState level={3} title={t`No sign-in service yet`}>
                <Trans>Everybody signs in with a password or a link by mail; that stays possible beside it.</Trans>
              </EmptyState>
            ) : (
              <Rows label={t`Sign-in services`}>
                {list.map((provider) => (
                  <ProviderRow key={provider.id} provider={provider} onChanged={providers.again} />
                ))}
              </Rows>
            )}
            <CopyField label={t`Redirect address to enter at the service`} value={redirectUri} />
          </div>
        )}
      </Loaded>
      {adding && <ProviderDialog onClose={close} />}
    </Card>
  );
}

function ProviderRow({ provider, onChanged }: { readonly provider: Provider; readonly onChanged: () => void }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const close = (): void => {
    setOpen(null);
    onChanged();
  };
  const toggle = async (answer: Promise<Answer<unknown>>, text: string): Promise<void> => {
    const result = await answer;
    notices.say(result.ok ? { tone: 'good', text } : { tone: 'bad', text: result.refusal.message });
    onChanged();
  };
  return (
    <Row title={provider.name} help={<span className="break-all">{provider.issuer} · {provider.clientId}</span>}>
      <Badge tone={provider.enabled ? 'good' : 'plain'}>{provider.enabled ? t`on` : t`off`}</Badge>
      <RowMenu label={t`More for ${provider.name}`}>
        <MenuItem id="edit" onAction={() => setOpen('edit')}>{t`Change`}</MenuItem>
        {provider.enabled ? (
          <MenuItem id="off" onAction={() => void toggle(switchProvider(provider, false), t`${provider.name} is switched off.`)}>{t`Switch off`}</MenuItem>
        ) : (
          <MenuItem id="on" onAction={() => void toggle(switchProvider(provider, true), t`${provider.name} is switched on.`)}>{t`Switch on`}</MenuItem>
        )}
        <MenuItem id="remove" tone="bad" onAction={() => setOpen('remove')}>{t`Remove`}</MenuItem>
      </RowMenu>
      {open === 'edit' && <ProviderDialog provider={provider} onClose={close} />}
      {open === 'remove' && <RemoveDialog provider={provider} onClose={close} />}
    </Row>
  );
}

function ProviderDialog({ provider, onClose }: { readonly provider?: Provider; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const form = useForm(draftOf(provider), (draft) => saveProvider(organisationId, provider, draft), (_saved, { name }) => {
    notices.say({ tone: 'good', text: provider ? t`Saved.` : t`People may sign in with ${name} now.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={provider?.name ?? t`Add a sign-in service`} submit={provider ? t`Save` : t`Add`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`Name on the button`} placeholder={t`College of Mons`} autoFocus {...form.field('name')} />
      {!provider && (
        <>
          <TextField label={t`Address of the issuer`} type="url" inputMode="url" help={t`As the service names it; it is asked at once whether it is one.`} {...form.field('issuer')} />
          <TextField label={t`Client ID`} autoComplete="off" {...form.field('clientId')} />
        </>
      )}
      <PasswordField label={t`Client secret`} optional autoComplete="off" help={provider?.hasSecret ? t`One is kept; enter another one to replace it.` : t`Left out for a public client.`} {...form.field('clientSecret')} />
    </FormDialog>
  );
}

function draftOf(provider: Provider | undefined): ProviderDraft {
  return provider ? { name: provider.name, issuer: provider.issuer, clientId: provider.clientId, clientSecret: '' } : { name: '', issuer: '', clientId: '', clientSecret: '' };
}

function RemoveDialog({ provider, onClose }: { readonly provider: Provider; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { problem, isPending, run } = useDeed(onClose);
  return (
    <ConfirmDialog isOpen onClose={onClose} title={t`Remove ${provider.name}?`} confirm={t`Remove`} isPending={isPending} onConfirm={() => void run(removeProvider(provider), t`${provider.name} is removed.`)}>
      <Problem problem={problem} />
      <p>
        <Trans>Whoever came in through it signs in by a link in a mail from now on. To pause it, switch it off instead.</Trans>
      </p>
    </ConfirmDialog>
  );
}
