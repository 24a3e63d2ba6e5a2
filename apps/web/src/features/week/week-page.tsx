import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { daysFrom, mondayOf, plusDays, todayIn, weekNumber } from '~/lib/days';
import { useTimes } from '~/lib/use-times';
import { useRoleName } from '~/lib/use-role-name';
import { hasRole, type Role, useCentre } from '~/lib/viewer';
import { ActionMenu, Button, ButtonLink, Card, EmptyState, IconButton, Loaded, Page, Segments, Skeleton } from '~/ui';
import { IconCalendarOff, IconCalendarWeek, IconChevronDown, IconChevronLeft, IconChevronRight, IconList, IconMapPin, IconPlus } from '~/ui/icons';
import { type Site, useSites } from './operations';
import { WeekView } from './week-view';

const route = getRouteApi('/inside/week');

/** The rooms and people of a site over a week. The address says which site, which week, board or list. */
export default function WeekPage() {
  const { t } = useLingui();
  const centre = useCentre();
  const sites = useSites(centre.id);
  return (
    <Page title={t`Week`} density="dense" width="full" intro={<WeekTitle />} actions={hasRole(centre, 'coordinator', 'manager') ? <Actions /> : undefined}>
      <Loaded read={sites} skeleton={<Skeleton height="24rem" />}>
        {(list) => (list.length === 0 ? <NoSites /> : <OfSite sites={list} />)}
      </Loaded>
    </Page>
  );
}

function useShownWeek(zone: string): string {
  const { week } = route.useSearch();
  return mondayOf(week ?? todayIn(zone));
}

function WeekTitle() {
  const times = useTimes();
  const monday = useShownWeek(useCentre().zone);
  const number = weekNumber(monday);
  return (
    <Trans>
      Week {number}: {times.shortDay(monday)} to {times.date(plusDays(monday, 6))}
    </Trans>
  );
}

function Actions() {
  const navigate = route.useNavigate();
  return (
    <>
      <Button icon={<IconCalendarOff aria-hidden />} onPress={() => void navigate({ search: (before) => ({ ...before, do: 'leave' }) })}>
        <Trans>Enter leave</Trans>
      </Button>
      <Button look="main" icon={<IconPlus aria-hidden />} onPress={() => void navigate({ search: (before) => ({ ...before, do: 'book' }) })}>
        <Trans>Book a room</Trans>
      </Button>
    </>
  );
}

function NoSites() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState
        title={t`No site yet`}
        actions={
          <ButtonLink to="/organisation" search={{ tab: 'sites' }} look="main">
            <Trans>Add a site</Trans>
          </ButtonLink>
        }
      >
        <Trans>A week needs a place: add your first site and its rooms, then they appear here.</Trans>
      </EmptyState>
    </Card>
  );
}

function OfSite({ sites }: { readonly sites: readonly Site[] }) {
  const search = route.useSearch();
  const { siteId } = useCentre();
  const at = (id: string | null | undefined) => sites.find((candidate) => candidate.id === id);
  const site = at(search.site) ?? at(siteId) ?? sites[0];
  const monday = useShownWeek(site?.zone ?? 'Europe/Brussels');
  if (!site) return null;
  return (
    <div className="stack">
      <Toolbar sites={sites} site={site} monday={monday} />
      <WeekView key={site.id} site={site} days={daysFrom(monday, 7)} today={todayIn(site.zone)} />
    </div>
  );
}

function Toolbar({ sites, site, monday }: { readonly sites: readonly Site[]; readonly site: Site; readonly monday: string }) {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (week: string | undefined): void => void navigate({ search: (before) => ({ ...before, week, day: undefined }) });
  return (
    <div className="toolbar">
      {sites.length > 1 && (
        <ActionMenu
          className="button"
          placement="bottom start"
          items={sites.map(({ id, name }) => ({ id, name, ticked: id === site.id, run: () => void navigate({ search: (before) => ({ ...before, site: id }) }) }))}
          label={t`Site: ${site.name}`}
        >
          <IconMapPin aria-hidden />
          {site.name}
          <IconChevronDown aria-hidden />
        </ActionMenu>
      )}
      <div className="flex items-center gap-1">
        <IconButton label={t`Week before`} onPress={() => go(plusDays(monday, -7))}>
          <IconChevronLeft />
        </IconButton>
        <Button onPress={() => go(undefined)}>
          <Trans>This week</Trans>
        </Button>
        <IconButton label={t`Week after`} onPress={() => go(plusDays(monday, 7))}>
          <IconChevronRight />
        </IconButton>
      </div>
      <Segments
        label={t`Show`}
        value={search.show ?? 'all'}
        onChange={(show) => void navigate({ search: (before) => ({ ...before, show: show === 'all' ? undefined : show }) })}
        options={[
          { id: 'all', name: t`All` },
          { id: 'rooms', name: t`Rooms` },
          { id: 'people', name: t`People` },
        ]}
      />
      {search.show !== 'rooms' && <RoleMenu />}
      <div className="only-desk ml-auto">
        <Segments
          label={t`View`}
          value={search.as ?? 'board'}
          onChange={(as) => void navigate({ search: (before) => ({ ...before, as: as === 'list' ? as : undefined }) })}
          options={[
            { id: 'board', name: t`Board`, icon: <IconCalendarWeek aria-hidden /> },
            { id: 'list', name: t`List`, icon: <IconList aria-hidden /> },
          ]}
        />
      </div>
    </div>
  );
}

/** Beyond some dozens of people one wants to see the trainers alone. */
function RoleMenu() {
  const { t } = useLingui();
  const { role } = route.useSearch();
  const navigate = route.useNavigate();
  const nameOf = useRoleName();
  const choose = (next: Role | undefined): void => void navigate({ search: (before) => ({ ...before, role: next }) });
  const items = [{ id: 'all', name: t`All roles`, ticked: role === undefined, run: () => choose(undefined) }, ...staff.map((id) => ({ id, name: nameOf(id), ticked: role === id, run: () => choose(id) }))];
  const shown = role ? nameOf(role) : t`All roles`;
  return (
    <ActionMenu className="button" placement="bottom start" items={items} label={t`People: ${shown}`}>
      {shown}
      <IconChevronDown aria-hidden />
    </ActionMenu>
  );
}

/** Who stands on a board: those whose time is booked by others. */
const staff: readonly Role[] = ['trainer', 'expert', 'coordinator', 'manager'];
