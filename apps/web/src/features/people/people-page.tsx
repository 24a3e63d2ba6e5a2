import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useRoleName } from '~/lib/use-role-name';
import { roles, useCentre } from '~/lib/viewer';
import { Button, ButtonLink, Card, EmptyState, Loaded, Page, Pagination, SearchField, Select, SkeletonRows } from '~/ui';
import { IconUpload, IconUserPlus, IconUsers } from '~/ui/icons';
import { DuplicatesDialog } from './duplicates-dialog';
import { InviteDialog } from './invite-dialog';
import { usePeople } from './operations';
import { PeopleTable } from './people-table';
import { PersonDrawer } from './person-drawer';
import { type MemberState, stateNames, states } from './words';

const route = getRouteApi('/inside/people');

/** C6: who belongs to the centre, in which roles, and since when. */
export default function PeoplePage() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const close = (): void => void navigate({ search: (before) => ({ ...before, do: undefined, person: undefined }) });
  const actions = (
    <>
      <Button icon={<IconUsers aria-hidden />} onPress={() => void navigate({ search: (before) => ({ ...before, do: 'duplicates' }) })}>
        <Trans>Duplicates</Trans>
      </Button>
      <ButtonLink to="/people/import" icon={<IconUpload aria-hidden />}>
        <Trans>Import a list</Trans>
      </ButtonLink>
      <Button look="main" icon={<IconUserPlus aria-hidden />} onPress={() => void navigate({ search: (before) => ({ ...before, do: 'invite' }) })}>
        <Trans>Invite</Trans>
      </Button>
    </>
  );
  return (
    <Page title={t`People`} density="dense" actions={actions}>
      <div className="stack">
        <Filters />
        <List />
      </div>
      {search.do === 'invite' && <InviteDialog onClose={close} />}
      {search.do === 'duplicates' && <DuplicatesDialog onClose={close} />}
      {search.person !== undefined && <PersonDrawer key={search.person} personId={search.person} onClose={close} />}
    </Page>
  );
}

function Filters() {
  const { t } = useLingui();
  const roleName = useRoleName();
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
      <SearchField label={t`Search people`} placeholder={t`Name, e-mail or number`} className="w-full sm:w-72" value={typed} onChange={setTyped} />
      <Select
        label={t`Role`}
        hideLabel
        className="min-w-40 flex-1 sm:flex-none"
        options={[{ id: 'all', name: t`All roles` }, ...roles.map((role) => ({ id: role, name: roleName(role) }))]}
        value={search.role ?? 'all'}
        onChange={(chosen) => void navigate({ search: (before) => ({ ...before, role: roles.find((role) => role === chosen), after: undefined }) })}
      />
      <Select<MemberState | 'standing'>
        label={t`State`}
        hideLabel
        className="min-w-40 flex-1 sm:flex-none"
        options={[{ id: 'standing', name: t`All who belong here` }, ...states.map((state) => ({ id: state, name: t(stateNames[state]) }))]}
        value={search.state ?? 'standing'}
        onChange={(chosen) => void navigate({ search: (before) => ({ ...before, state: chosen === 'standing' ? undefined : chosen, after: undefined }) })}
      />
    </div>
  );
}

function List() {
  const { q, role, state, after } = route.useSearch();
  const navigate = route.useNavigate();
  const people = usePeople({ organisationId: useCentre().id, search: q, role, state, after });
  const turn = (cursor: string | undefined): void => void navigate({ search: (before) => ({ ...before, after: cursor }) });
  const filtered = q !== undefined || role !== undefined || state !== undefined;
  return (
    <Card flush>
      <Loaded read={people} skeleton={<div className="p-5"><SkeletonRows rows={8} /></div>}>
        {(data) =>
          data.people.length === 0 ? (
            <Nobody filtered={filtered} />
          ) : (
            <>
              <PeopleTable people={data.people} />
              <Pagination shown={data.people.length} onNext={data.next === null ? undefined : () => turn(data.next ?? undefined)} onFirst={after === undefined ? undefined : () => turn(undefined)} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}


function Nobody({ filtered }: { readonly filtered: boolean }) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  if (filtered) {
    return (
      <EmptyState title={t`Nobody found`} actions={<Button onPress={() => void navigate({ search: (before) => ({ centre: before.centre }) })}>{t`Show everybody`}</Button>}>
        <Trans>Try fewer letters, another role or another state.</Trans>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t`Nobody here yet`} actions={<><Button look="main" onPress={() => void navigate({ search: (before) => ({ ...before, do: 'invite' }) })}>{t`Invite`}</Button><ButtonLink to="/people/import">{t`Import a list`}</ButtonLink></>}>
      <Trans>Invite trainers and coordinators one by one, or import a list of learners.</Trans>
    </EmptyState>
  );
}
