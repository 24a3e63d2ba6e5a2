import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { todayIn } from '~/lib/days';
import { useRoleName } from '~/lib/use-role-name';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { useCentre } from '~/lib/viewer';
import { Badge, Button, Card, CheckboxGroup, ConfirmDialog, CopyField, DateField, Dialog, EmptyState, FormDialog, Loaded, Problem, Row, Rows, Select, Skeleton, TextField } from '~/ui';
import { IconKey } from '~/ui/icons';
import { type ApiKey, createKey, type KeyDraft, revokeKey, type ServiceRole, useApiKeys } from './integration-operations';
import { useDeed } from './use-deed';

const serviceRoles: readonly ServiceRole[] = ['OBSERVER', 'COORDINATOR', 'MANAGER'];
const roleOf = { OBSERVER: 'observer', COORDINATOR: 'coordinator', MANAGER: 'manager' } as const;

/** What a scope opens, in words; one that has none yet is shown as programs name it. */
const scopeNames: Readonly<Record<string, MessageDescriptor>> = {
  'bookings.read': msg`Read bookings`,
  'bookings.write': msg`Book, move and cancel`,
  'changes.read': msg`Hear that something changed`,
  'people.read': msg`Read people`,
  'people.write': msg`Invite people and change their details`,
  'places.read': msg`Read sites and closing days`,
  'rooms.read': msg`Read rooms and equipment`,
};

export function ApiKeys() {
  const { t } = useLingui();
  const keys = useApiKeys(useCentre().id);
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const close = (): void => {
    setAdding(false);
    setMade(null);
    keys.again();
  };
  const add = (
    <Button icon={<IconKey aria-hidden />} onPress={() => setAdding(true)}>
      <Trans>Make a key</Trans>
    </Button>
  );
  return (
    <Card title={t`Keys for programs`} intro={t`With a key a program acts for the centre: a website that shows dates, a door that opens. It can do what its key names and nothing else.`} actions={add}>
      <Loaded read={keys}>
        {({ keys: list, scopes }) => (
          <>
            <Keys keys={list} onRevoked={keys.again} />
            {adding && <KeyDialog scopes={scopes} onClose={close} onMade={(key) => { setAdding(false); setMade(key); }} />}
          </>
        )}
      </Loaded>
      {made !== null && <MadeDialog secret={made} onClose={close} />}
    </Card>
  );
}

function Keys({ keys, onRevoked }: { readonly keys: readonly ApiKey[]; readonly onRevoked: () => void }) {
  const { t } = useLingui();
  if (keys.length === 0) {
    return (
      <EmptyState level={3} title={t`No key yet`}>
        <Trans>Make one for each program, so that one can be ended without the others.</Trans>
      </EmptyState>
    );
  }
  return (
    <Rows label={t`Keys for programs`}>
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} onRevoked={onRevoked} />
      ))}
    </Rows>
  );
}

function KeyRow({ apiKey, onRevoked }: { readonly apiKey: ApiKey; readonly onRevoked: () => void }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const times = useTimes();
  const [asking, setAsking] = useState(false);
  const used = apiKey.lastUsedOn ? t`last used on ${times.date(apiKey.lastUsedOn)}` : t`never used`;
  const ends = apiKey.expiresAt ? t`until ${times.moment(apiKey.expiresAt)}` : t`without an end`;
  const help = `${apiKey.beginning}… · ${roleName(roleOf[apiKey.role])} · ${apiKey.scopes.join(', ')} · ${used} · ${ends}`;
  return (
    <Row title={apiKey.name} help={<span className="break-words">{help}</span>}>
      {apiKey.revokedAt ? (
        <Badge>{t`ended`}</Badge>
      ) : (
        <Button size="small" onPress={() => setAsking(true)} aria-label={t`End ${apiKey.name}`}>
          <Trans>End</Trans>
        </Button>
      )}
      {asking && <RevokeDialog apiKey={apiKey} onClose={() => setAsking(false)} onRevoked={onRevoked} />}
    </Row>
  );
}

function RevokeDialog({ apiKey, onClose, onRevoked }: { readonly apiKey: ApiKey; readonly onClose: () => void; readonly onRevoked: () => void }) {
  const { t } = useLingui();
  const { problem, isPending, run } = useDeed(() => {
    onClose();
    onRevoked();
  });
  return (
    <ConfirmDialog isOpen onClose={onClose} title={t`End the key ${apiKey.name}?`} confirm={t`End`} isPending={isPending} onConfirm={() => void run(revokeKey(apiKey.id), t`The key opens nothing any more.`)}>
      <Problem problem={problem} />
      <p>
        <Trans>The program that uses it stops working at once. A key that was ended never comes back; make a new one.</Trans>
      </p>
    </ConfirmDialog>
  );
}

function KeyDialog({ scopes, onClose, onMade }: { readonly scopes: readonly string[]; readonly onClose: () => void; readonly onMade: (key: string) => void }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const centre = useCentre();
  const start: KeyDraft = { name: '', role: 'OBSERVER', scopes: [], until: '' };
  const form = useForm(start, (draft) => createKey(centre.id, draft), ({ key }) => onMade(key));
  const scopeName = (scope: string): string => {
    const name = scopeNames[scope];
    return name ? t(name) : scope;
  };
  return (
    <FormDialog isOpen onClose={onClose} title={t`Make a key`} submit={t`Make a key`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`What it is for`} placeholder={t`Website of the centre`} autoFocus {...form.field('name')} />
      <Select<ServiceRole> label={t`Acts as`} options={serviceRoles.map((role) => ({ id: role, name: roleName(roleOf[role]) }))} {...form.field('role')} />
      <CheckboxGroup label={t`May`} options={scopes.map((scope) => ({ id: scope, name: scopeName(scope) }))} {...form.field('scopes')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <DateField label={t`Until`} optional help={t`Left out: until you end it.`} min={todayIn(centre.zone)} {...form.field('until')} />
      </Suspense>
    </FormDialog>
  );
}

function MadeDialog({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const { t } = useLingui();
  const foot = (
    <Button look="main" onPress={onClose}>
      <Trans>I have kept it</Trans>
    </Button>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t`The new key`} role="alertdialog" foot={foot}>
      <p className="text-muted">
        <Trans>Keep it now, where the program finds it: it is not shown again.</Trans>
      </p>
      <CopyField label={t`Key`} value={secret} />
    </Dialog>
  );
}
