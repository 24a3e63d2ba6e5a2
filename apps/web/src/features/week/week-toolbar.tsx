import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { plusDays } from '~/lib/days';
import { useRoleName } from '~/lib/use-role-name';
import { type Role } from '~/lib/viewer';
import { ActionMenu, Button, IconButton, Segments } from '~/ui';
import { IconCalendar, IconCalendarWeek, IconChevronDown, IconChevronLeft, IconChevronRight, IconList, IconMapPin } from '~/ui/icons';
import { type Site } from './operations';

const route = getRouteApi('/inside/week');

/** What the address says, and how to change some of it. */
function useAddress() {
  const navigate = route.useNavigate();
  const change = (changes: Partial<ReturnType<typeof route.useSearch>>): void => void navigate({ search: (before) => ({ ...before, ...changes }) });
  return { ...route.useSearch(), change };
}

interface WeekToolbarProps {
  readonly sites: readonly Site[];
  readonly site: Site;
  readonly monday: string;
}

/** Where, when and what; on the phone two rows, at a desk one. */
export function WeekToolbar({ sites, site, monday }: WeekToolbarProps) {
  const { show } = route.useSearch();
  return (
    <div className="toolbar">
      <div className="week-tools">
        {sites.length > 1 && <SiteMenu sites={sites} site={site} />}
        <Weeks monday={monday} />
      </div>
      <div className="week-tools">
        <ShowChoice />
        {show !== 'rooms' && <RoleMenu />}
      </div>
      <ViewChoice />
    </div>
  );
}

function SiteMenu({ sites, site }: Omit<WeekToolbarProps, 'monday'>) {
  const { t } = useLingui();
  const { change } = useAddress();
  const items = sites.map(({ id, name }) => ({ id, name, ticked: id === site.id, run: () => change({ site: id }) }));
  return (
    <ActionMenu className="button" placement="bottom start" items={items} label={t`Site: ${site.name}`}>
      <IconMapPin aria-hidden />
      <span>{site.name}</span>
      <IconChevronDown aria-hidden />
    </ActionMenu>
  );
}

function Weeks({ monday }: Pick<WeekToolbarProps, 'monday'>) {
  const { t } = useLingui();
  const { change } = useAddress();
  const go = (week?: string): void => change({ week, day: undefined });
  return (
    <div className="flex items-center gap-1">
      <IconButton label={t`Week before`} onPress={() => go(plusDays(monday, -7))}>
        <IconChevronLeft />
      </IconButton>
      <Button className="only-desk" onPress={() => go()}>
        <Trans>This week</Trans>
      </Button>
      <IconButton className="only-phone" label={t`This week`} onPress={() => go()}>
        <IconCalendar />
      </IconButton>
      <IconButton label={t`Week after`} onPress={() => go(plusDays(monday, 7))}>
        <IconChevronRight />
      </IconButton>
    </div>
  );
}

function ShowChoice() {
  const { t } = useLingui();
  const { show, change } = useAddress();
  return (
    <Segments
      label={t`Show`}
      value={show ?? 'all'}
      onChange={(next) => change({ show: next === 'all' ? undefined : next })}
      options={[
        { id: 'all', name: t`All` },
        { id: 'rooms', name: t`Rooms` },
        { id: 'people', name: t`People` },
      ]}
    />
  );
}

function ViewChoice() {
  const { t } = useLingui();
  const { as, change } = useAddress();
  return (
    <div className="only-desk ml-auto">
      <Segments
        label={t`View`}
        value={as ?? 'board'}
        onChange={(next) => change({ as: next === 'list' ? next : undefined })}
        options={[
          { id: 'board', name: t`Board`, icon: <IconCalendarWeek aria-hidden /> },
          { id: 'list', name: t`List`, icon: <IconList aria-hidden /> },
        ]}
      />
    </div>
  );
}

/** Beyond some dozens of people one wants to see the trainers alone. */
function RoleMenu() {
  const { t } = useLingui();
  const { role, change } = useAddress();
  const nameOf = useRoleName();
  const items = [{ id: 'all', name: t`All roles`, ticked: role === undefined, run: () => change({ role: undefined }) }, ...staff.map((id) => ({ id, name: nameOf(id), ticked: role === id, run: () => change({ role: id }) }))];
  const shown = role ? nameOf(role) : t`All roles`;
  return (
    <ActionMenu className="button" placement="bottom start" items={items} label={t`People: ${shown}`}>
      <span>{shown}</span>
      <IconChevronDown aria-hidden />
    </ActionMenu>
  );
}

/** Who stands on a board: those whose time is booked by others. */
const staff: readonly Role[] = ['trainer', 'expert', 'coordinator', 'manager'];
