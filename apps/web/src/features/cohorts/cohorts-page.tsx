import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTimes } from '~/lib/use-times';
import { hasRole, useCentre } from '~/lib/viewer';
import { Badge, Button, Card, type Column, EmptyState, Loaded, Page, Pagination, PlainLink, SearchField, Select, SkeletonRows, Table } from '~/ui';
import { IconPlus } from '~/ui/icons';
import { Seats } from '~/ui/seats';
import { CohortDialog } from './cohort-dialog';
import { type Cohort, type CohortState, useCohorts } from './operations';
import { useCohortWord } from './use-cohort-word';
import { cohortStates, stateNames, stateTones } from './words';

const route = getRouteApi('/inside/cohorts');

/** C3: the editions of courses, with where they stand and how full they are. */
export default function CohortsPage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayRun = hasRole(useCentre(), 'coordinator', 'manager');
  const open = (): void => void navigate({ search: (before) => ({ ...before, do: 'new' }) });
  const action = mayRun && (
    <Button look="main" icon={<IconPlus aria-hidden />} onPress={open}>
      <Trans>New cohort</Trans>
    </Button>
  );
  return (
    <Page title={t`Cohorts`} density="dense" actions={action}>
      <div className="stack">
        <Filters />
        <List onNew={mayRun ? open : undefined} />
      </div>
      {search.do === 'new' && mayRun && <CohortDialog onClose={(made) => void (made ? navigate({ to: '/cohorts/$cohortId', params: { cohortId: made } }) : navigate({ search: (before) => ({ ...before, do: undefined }) }))} />}
    </Page>
  );
}

function Filters() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  useEffect(() => {
    const wanted = typed.trim() || undefined;
    const timer = setTimeout(() => void navigate({ search: (before) => (before.q === wanted ? before : { ...before, q: wanted, after: undefined }), replace: true }), 250);
    return () => clearTimeout(timer);
  }, [typed, navigate]);
  return (
    <div className="toolbar">
      <SearchField label={t`Search cohorts`} placeholder={t`Name of the cohort`} className="w-full sm:w-72" value={typed} onChange={setTyped} />
      <Select<CohortState | 'standing'>
        label={t`State`}
        hideLabel
        className="min-w-40 flex-1 sm:flex-none"
        options={[{ id: 'standing', name: t`All states` }, ...cohortStates.map((state) => ({ id: state, name: t(stateNames[state]) }))]}
        value={search.state ?? 'standing'}
        onChange={(chosen) => void navigate({ search: (before) => ({ ...before, state: chosen === 'standing' ? undefined : chosen, after: undefined }) })}
      />
    </div>
  );
}

function List({ onNew }: { readonly onNew: (() => void) | undefined }) {
  const { t } = useLingui();
  const { q, state, after } = route.useSearch();
  const navigate = route.useNavigate();
  const cohorts = useCohorts({ organisationId: useCentre().id, text: q, states: state && [state], after });
  const turn = (cursor: string | undefined): void => void navigate({ search: (before) => ({ ...before, after: cursor }) });
  return (
    <Card flush>
      <Loaded read={cohorts} skeleton={<div className="p-5"><SkeletonRows rows={6} /></div>}>
        {(page) =>
          page.cohorts.length === 0 ? (
            <EmptyState title={q || state ? t`No cohort found` : t`No cohort yet`} actions={onNew && <Button look="main" onPress={onNew}>{t`New cohort`}</Button>}>
              {q || state ? <Trans>Try another word or another state.</Trans> : <Trans>A cohort is one edition of a course: dates, a site, seats. Sessions and learners come next.</Trans>}
            </EmptyState>
          ) : (
            <>
              <CohortTable cohorts={page.cohorts} />
              <Pagination shown={page.cohorts.length} onNext={page.next === null ? undefined : () => turn(page.next ?? undefined)} onFirst={after === undefined ? undefined : () => turn(undefined)} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

function CohortTable({ cohorts }: { readonly cohorts: readonly Cohort[] }) {
  const { t } = useLingui();
  const times = useTimes();
  const word = useCohortWord();
  const columns: readonly Column<Cohort>[] = [
    {
      id: 'name',
      name: word,
      main: true,
      cell: (cohort) => (
        <PlainLink to="/cohorts/$cohortId" params={{ cohortId: cohort.id }} className="rounded-field block hover:underline">
          {cohort.name}
          <span className="text-muted block text-sm font-normal">{cohort.courseTitle}</span>
        </PlainLink>
      ),
    },
    { id: 'state', name: t`State`, cell: (cohort) => <Badge tone={stateTones[cohort.state]}>{t(stateNames[cohort.state])}</Badge> },
    { id: 'dates', name: t`Dates`, cell: (cohort) => <span className="figures">{times.date(cohort.startsOn)} – {times.date(cohort.endsOn)}</span> },
    { id: 'site', name: t`Site`, cell: (cohort) => cohort.siteName },
    { id: 'seats', name: t`Seats`, cell: (cohort) => <Seats capacity={cohort.capacity} enrolled={cohort.enrolled} waiting={cohort.waiting} minimum={cohort.minimum} /> },
    { id: 'sessions', name: t`Sessions`, named: true, cell: (cohort) => <span className="figures">{cohort.sessions === 0 ? t`none` : t`${cohort.held} of ${cohort.sessions} held`}</span> },
  ];
  return <Table label={t`Cohorts`} columns={columns} rows={cohorts} rowKey={({ id }) => id} />;
}
