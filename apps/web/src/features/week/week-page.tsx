import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { daysFrom, mondayOf, plusDays, todayIn, weekNumber } from '~/lib/days';
import { useTimes } from '~/lib/use-times';
import { hasRole, useCentre } from '~/lib/viewer';
import { Button, ButtonLink, Card, EmptyState, Loaded, Page, Skeleton } from '~/ui';
import { IconCalendarOff, IconPlus } from '~/ui/icons';
import { type Site, useSites } from './operations';
import { WeekToolbar } from './week-toolbar';
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
      <WeekToolbar sites={sites} site={site} monday={monday} />
      <WeekView key={site.id} site={site} days={daysFrom(monday, 7)} today={todayIn(site.zone)} />
    </div>
  );
}
