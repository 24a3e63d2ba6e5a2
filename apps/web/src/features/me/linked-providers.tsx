import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { useTimes } from '~/lib/use-times';
import { useCentreOrNone } from '~/lib/viewer';
import { Button, Card, ConfirmDialog, Loaded, notices, Problem, Row, Rows } from '~/ui';
import { type LinkedProvider, linkProvider, type OfferedProvider, unlinkProvider, useCentreProviders, useLinkedProviders } from './operations';

/** The accounts elsewhere that open this one, and the providers of the centre that could. Without any there is nothing to say. */
export function LinkedProviders({ onChanged }: { readonly onChanged: () => void }) {
  const linked = useLinkedProviders();
  const offered = useCentreProviders(useCentreOrNone()?.id).data ?? [];
  const changed = (): void => {
    linked.again();
    onChanged();
  };
  return <Loaded read={linked} skeleton={null}>{(list) => (list.length + offered.length === 0 ? null : <Linked list={list} offered={offered} onChanged={changed} />)}</Loaded>;
}

interface LinkedProps {
  readonly list: readonly LinkedProvider[];
  readonly offered: readonly OfferedProvider[];
  readonly onChanged: () => void;
}

function Linked({ list, offered, onChanged }: LinkedProps) {
  const { t } = useLingui();
  const times = useTimes();
  const [leaving, setLeaving] = useState<LinkedProvider | null>(null);
  return (
    <Card title={t`Sign-in with another account`} intro={t`These accounts open yours here, beside your password and links by mail.`}>
      {list.length > 0 && <Rows label={t`Sign-in with another account`}>
        {list.map((one) => (
          <Row key={one.id} title={one.providerName || t`Provider that is switched off`} help={[one.label, one.lastUsedAt && t`used ${times.ago(one.lastUsedAt)}`].filter(Boolean).join(' · ')}>
            <Button size="small" onPress={() => setLeaving(one)} aria-label={t`Unlink ${one.providerName || one.label}`}>
              <Trans>Unlink</Trans>
            </Button>
          </Row>
        ))}
      </Rows>}
      <Unlinked providers={offered.filter(({ name }) => !list.some(({ providerName }) => providerName === name))} />
      {leaving && <UnlinkDialog linked={leaving} onDone={onChanged} onClose={() => setLeaving(null)} />}
    </Card>
  );
}

function Unlinked({ providers }: { readonly providers: readonly OfferedProvider[] }) {
  const [problem, setProblem] = useState<Refusal | null>(null);
  const link = async (providerId: string): Promise<void> => {
    const answer = await linkProvider(providerId);
    if (answer.ok) location.assign(answer.value.url);
    else setProblem(answer.refusal);
  };
  if (providers.length === 0) return null;
  return (
    <div className="form-actions">
      <Problem problem={problem} />
      {providers.map(({ id, name }) => (
        <Button key={id} onPress={() => void link(id)}>
          <Trans>Link my account at {name}</Trans>
        </Button>
      ))}
    </div>
  );
}

function UnlinkDialog({ linked, onDone, onClose }: { readonly linked: LinkedProvider; readonly onDone: () => void; readonly onClose: () => void }) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const name = linked.providerName || linked.label;
  const unlink = async (): Promise<void> => {
    setPending(true);
    const answer = await unlinkProvider(linked.id).finally(() => setPending(false));
    if (!answer.ok) return setProblem(answer.refusal);
    notices.say({ tone: 'good', text: t`${name} no longer opens your account. All other devices are signed out.` });
    onClose();
    onDone();
  };
  return (
    <ConfirmDialog isOpen onClose={onClose} title={t`Unlink ${name}?`} confirm={t`Unlink`} onConfirm={() => void unlink()} isPending={isPending}>
      <Problem problem={problem} />
      <p>
        <Trans>You then sign in with your password or by a link in a mail. All other devices are signed out.</Trans>
      </p>
    </ConfirmDialog>
  );
}
