import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { type Answer } from '~/lib/api/answer';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, Card, type Column, EmptyState, Loaded, MenuItem, notices, Pagination, RowMenu, Segments, Stat, Table } from '~/ui';
import { IconSend } from '~/ui/icons';
import { FailedWork } from './failed-work';
import { type Delivery, discardDelivery, retryDelivery, sendTestMail, useCounts, useDeliveries } from './operations';
import { reasonTexts, stateNames, stateTones, typeNames } from './words';

const route = getRouteApi('/inside/operations');

/** What left, what waits and what did not arrive: in words that a coordinator can act on. */
export function Deliveries({ organisationId }: { readonly organisationId: string }) {
  const { state, after } = route.useSearch();
  const navigate = route.useNavigate();
  const page = useDeliveries(organisationId, state, after);
  const turn = (cursor: string | undefined): void => void navigate({ search: (before) => ({ ...before, after: cursor }) });
  return (
    <div className="stack">
      <Counts organisationId={organisationId} />
      <FailedWork organisationId={organisationId} />
      <StateSwitch />
      <Card flush>
        <Loaded read={page}>
          {({ deliveries, next }) =>
            deliveries.length === 0 ? (
              <None />
            ) : (
              <>
                <DeliveryTable deliveries={deliveries} />
                <Pagination shown={deliveries.length} onNext={next === null ? undefined : () => turn(next)} onFirst={after === undefined ? undefined : () => turn(undefined)} />
              </>
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}

function Counts({ organisationId }: { readonly organisationId: string }) {
  const { t } = useLingui();
  const { data } = useCounts(organisationId);
  const say = useSay();
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-12 gap-y-4">
        <Stat figure={data?.failed ?? '–'} name={t`could not be delivered`} />
        <Stat figure={data?.ambiguous ?? '–'} name={t`perhaps arrived`} />
        <Stat figure={data?.due ?? '–'} name={t`due and not sent yet`} />
        <Button className="ml-auto" icon={<IconSend aria-hidden />} onPress={() => say(sendTestMail(organisationId), t`A test mail to you is on its way.`)}>
          <Trans>Send a test mail</Trans>
        </Button>
      </div>
    </Card>
  );
}

function StateSwitch() {
  const { t } = useLingui();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="overflow-x-auto">
      <Segments
        label={t`Show`}
        value={state ?? 'all'}
        onChange={(next) => void navigate({ search: (before) => ({ ...before, after: undefined, state: next === 'all' ? undefined : next }) })}
        options={[
          { id: 'all', name: t`All` },
          { id: 'failed', name: t`Failed` },
          { id: 'ambiguous', name: t`Perhaps arrived` },
          { id: 'due', name: t`Waiting` },
          { id: 'sent', name: t`Sent` },
        ]}
      />
    </div>
  );
}

function None() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`No messages here`}>
      <Trans>Invitations, reminders and changes appear here as soon as they are due.</Trans>
    </EmptyState>
  );
}

function useSay() {
  return (change: Promise<Answer<unknown>>, text: string): void =>
    void change.then((answer) => notices.say(answer.ok ? { tone: 'good', text } : { tone: 'bad', text: answer.refusal.message }));
}

function DeliveryTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const { t } = useLingui();
  const times = useTimes();
  const say = useSay();
  const columns: readonly Column<Delivery>[] = [
    {
      id: 'to',
      name: t`Recipient`,
      main: true,
      cell: (one) => (
        <>
          {one.personName || one.address}
          {one.address !== null && <span className="text-muted block font-normal break-all">{one.address}</span>}
        </>
      ),
    },
    { id: 'type', name: t`Message`, cell: (one) => <TypeName type={one.type} /> },
    { id: 'at', name: t`When`, cell: (one) => <time dateTime={one.sentAt ?? one.dueAt}>{times.moment(one.sentAt ?? one.dueAt)}</time> },
    { id: 'state', name: t`State`, cell: (one) => <State delivery={one} /> },
  ];
  const settled = (one: Delivery): boolean => ['sent', 'dropped', 'withdrawn', 'discarded'].includes(one.state);
  return (
    <Table
      label={t`Messages`}
      columns={columns}
      rows={deliveries}
      rowKey={(one) => one.id}
      actions={(one) =>
        settled(one) ? null : (
          <RowMenu label={t`More for ${one.personName || one.address || one.type}`}>
            <MenuItem id="retry" onAction={() => say(retryDelivery(one.id), t`It is sent again now.`)}>{t`Send now`}</MenuItem>
            <MenuItem id="discard" tone="bad" onAction={() => say(discardDelivery(one.id), t`It is not sent any more.`)}>{t`Give up`}</MenuItem>
          </RowMenu>
        )
      }
    />
  );
}

function State({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useLingui();
  const name = stateNames[delivery.state];
  const reason = delivery.reason === null ? undefined : reasonTexts[delivery.reason];
  return (
    <div className="py-1">
      <Badge tone={stateTones[delivery.state] ?? 'plain'}>{name ? t(name) : delivery.state}</Badge>
      {reason && <p className="text-muted mt-1 max-w-xs text-[0.8125rem]">{t(reason)}</p>}
    </div>
  );
}

function TypeName({ type }: { readonly type: string }) {
  const { t } = useLingui();
  const name = typeNames[type];
  return name ? <>{t(name)}</> : <code className="font-mono text-[0.8125rem]">{type}</code>;
}
