import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { auditWords } from '~/lib/audit-words';
import { useTimes } from '~/lib/use-times';
import { Badge, Banner, Card, type Column, EmptyState, Loaded, Pagination, Table } from '~/ui';
import { type TrailEntry, useTrail, useVerdict } from './operations';
import { subjectNames } from './words';

const route = getRouteApi('/inside/operations');

export function AuditTrail({ organisationId }: { readonly organisationId: string }) {
  const { after } = route.useSearch();
  const navigate = route.useNavigate();
  const trail = useTrail(organisationId, after);
  const turn = (cursor: string | undefined): void => void navigate({ search: (before) => ({ ...before, after: cursor }) });
  return (
    <div className="stack">
      <Verdict organisationId={organisationId} />
      <Card flush>
        <Loaded read={trail}>
          {({ entries, next }) =>
            entries.length === 0 ? (
              <NothingYet />
            ) : (
              <>
                <Entries entries={entries} />
                <Pagination shown={entries.length} onNext={next === null ? undefined : () => turn(next)} onFirst={after === undefined ? undefined : () => turn(undefined)} />
              </>
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}

function NothingYet() {
  const { t } = useLingui();
  return (
    <EmptyState title={t`Nothing recorded yet`}>
      <Trans>Every change of people, rights and places is written here, with who and when.</Trans>
    </EmptyState>
  );
}

/** Whether the chain of seals still holds: nobody changed the past. */
function Verdict({ organisationId }: { readonly organisationId: string }) {
  const { t } = useLingui();
  const { data } = useVerdict(organisationId);
  if (!data) return null;
  const broken = data.altered > 0 || data.broken !== null;
  return broken ? (
    <Banner tone="bad" title={t`The trail does not fit its seals.`}>
      <Trans>Entries changed after they were sealed: {data.altered}. Keep a copy of the database and tell whoever runs the installation.</Trans>
    </Banner>
  ) : (
    <Banner tone="good">{t`The trail is whole. Sealed entries: ${data.entries}. Waiting for their seal: ${data.unsealed}.`}</Banner>
  );
}

function Entries({ entries }: { readonly entries: readonly TrailEntry[] }) {
  const { t } = useLingui();
  const times = useTimes();
  const subjectNameOf = (kind: string): string => (subjectNames[kind] ? t(subjectNames[kind]) : kind);
  const deedOf = (action: string) => (auditWords[action] ? t(auditWords[action]) : <code className="font-mono text-[0.8125rem]">{action}</code>);
  const columns: readonly Column<TrailEntry>[] = [
    { id: 'at', name: t`When`, cell: (entry) => <time dateTime={entry.at}>{times.moment(entry.at)}</time> },
    { id: 'who', name: t`Who`, main: true, cell: (entry) => entry.actorName ?? t`The system` },
    {
      id: 'what',
      name: t`What`,
      cell: (entry) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {deedOf(entry.action)}
          {entry.refused && <Badge tone="warn">{t`refused`}</Badge>}
        </span>
      ),
    },
    { id: 'whom', name: t`Concerning`, cell: (entry) => entry.personName ?? subjectNameOf(entry.subjectKind) },
  ];
  return <Table label={t`Audit trail`} columns={columns} rows={entries} rowKey={(entry) => entry.id} />;
}
