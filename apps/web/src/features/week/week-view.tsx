import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { plusDays } from '~/lib/days';
import { type Refusal } from '~/lib/api/answer';
import { useMatchMedia } from '~/lib/use-match-media';
import { hasRole, useCentre } from '~/lib/viewer';
import { Button, ButtonLink, Card, EmptyState, Loaded, notices, Problem, Skeleton } from '~/ui';
import { Board } from './board';
import { BookDialog } from './book-dialog';
import { DayPicker } from './day-picker';
import { EntryDialog } from './entry-dialog';
import { LeaveDialog } from './leave-dialog';
import { type BoardCell, type BoardEntry, clockOf, hoursOf, packBoard } from './model';
import { type Site, useWeek, useWeekActions, type WeekData } from './operations';
import { type Move } from './use-lift';
import { WeekList } from './week-list';

const route = getRouteApi('/inside/week');

interface WeekViewProps {
  readonly site: Site;
  readonly days: readonly string[];
  readonly today: string;
}

export function WeekView({ site, days, today }: WeekViewProps) {
  const week = useWeek(useCentre().id, site, days[0] ?? today);
  return (
    <Loaded read={week} skeleton={<Skeleton height="24rem" />}>
      {(data) => <Shown site={site} days={days} today={today} data={data} />}
    </Loaded>
  );
}

function Shown({ site, days, today, data }: WeekViewProps & { readonly data: WeekData }) {
  const { t } = useLingui();
  const { show = 'all', as, day = days.includes(today) ? today : days[0] } = route.useSearch();
  const narrow = useMatchMedia('(max-width: 51.999rem)');
  const resources = useMemo(() => data.resources.filter((one) => show === 'all' || (one.kind === 'person') === (show === 'people')), [data.resources, show]);
  const shownDays = useShownDays(days, data.entries);
  const rows = useMemo(() => packBoard(resources, shownDays, data.entries), [resources, shownDays, data.entries]);
  const { open, openEntry, openCell, openDialog, page, close } = useOpen(days[0] ?? today);
  const { move, refusal, forget } = useMove(site);
  const mayChange = hasRole(useCentre(), 'coordinator', 'manager');

  if (data.resources.length === 0) return <NoRooms site={site} />;
  const entry = data.entries.find((candidate) => candidate.id === open.entry);
  return (
    <>
      {refusal && (
        <div className="grid gap-2">
          <Problem problem={refusal} />
          <Button size="small" look="quiet" className="justify-self-start" onPress={forget}>
            <Trans>Understood</Trans>
          </Button>
        </div>
      )}
      {narrow && <DayPicker days={days} today={today} selected={day ?? today} />}
      {narrow || as === 'list' ? (
        <WeekList rows={rows} days={narrow && day ? [day] : shownDays} today={today} onOpen={openEntry} />
      ) : (
        <Card flush>
          <Board label={t`Week of ${site.name}`} rows={rows} days={shownDays} today={today} hours={hoursOf(data.entries)} mayChange={mayChange} onOpen={openEntry} onBook={openCell} onMove={(wanted) => void move(wanted)} onPage={page} />
        </Card>
      )}
      {openDialog === 'book' && mayChange && <BookDialog site={site} resources={data.resources} start={open.cell ?? { resourceId: undefined, day: day ?? today }} onClose={close} />}
      {openDialog === 'leave' && mayChange && <LeaveDialog site={site} resources={data.resources} day={day ?? today} onClose={close} />}
      {entry && <EntryDialog site={site} entry={entry} resources={data.resources} mayChange={mayChange} onClose={close} />}
    </>
  );
}

/** Saturday and Sunday appear when something stands there. */
function useShownDays(days: readonly string[], entries: readonly BoardEntry[]): readonly string[] {
  return useMemo(() => {
    const busy = new Set(entries.filter((entry) => entry.kind === 'booking').map((entry) => entry.day));
    return days.filter((day, index) => index < 5 || busy.has(day) || (index === 5 && busy.has(days[6] ?? '')));
  }, [days, entries]);
}

/** Which dialog is open stands in the address, so that it can be sent to somebody. */
function useOpen(monday: string) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [cell, setCell] = useState<{ resourceId: string; day: string } | null>(null);
  return {
    open: { entry: search.entry, cell },
    openDialog: search.do,
    openEntry: (entry: BoardEntry) => void navigate({ search: (before) => ({ ...before, entry: entry.id }) }),
    openCell: ({ resourceId, day }: BoardCell) => {
      setCell({ resourceId, day });
      void navigate({ search: (before) => ({ ...before, do: 'book' as const }) });
    },
    page: (weeks: 1 | -1) => void navigate({ search: (before) => ({ ...before, week: plusDays(monday, 7 * weeks), day: undefined }) }),
    close: () => {
      setCell(null);
      void navigate({ search: (before) => ({ ...before, do: undefined, entry: undefined }) });
    },
  };
}

/** Puts a booking elsewhere; the database says whether it may stand there, and Undo takes it back. */
function useMove(site: Site) {
  const { t } = useLingui();
  const actions = useWeekActions(site);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const move = async (wanted: Move): Promise<void> => {
    setRefusal(null);
    const { entry } = wanted;
    const answer = await actions.move(wanted);
    if (!answer.ok) return setRefusal(answer.refusal);
    const back: Move = { entry: { ...entry, ...answer.value, resourceId: wanted.resourceId }, resourceId: entry.resourceId, day: entry.day, from: entry.from, until: entry.until };
    notices.say({ tone: 'good', text: t`${entry.title} moved to ${clockOf(wanted.from)}–${clockOf(wanted.until)}.`, action: { name: t`Undo`, run: () => void actions.move(back) } });
  };
  return { move, refusal, forget: () => setRefusal(null) };
}

function NoRooms({ site }: { readonly site: Site }) {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState
        title={t`No rooms in ${site.name} yet`}
        actions={
          <ButtonLink to="/organisation" search={{ tab: 'sites', site: site.id }} look="main">
            <Trans>Add rooms</Trans>
          </ButtonLink>
        }
      >
        <Trans>Add the rooms of this site, then they can be booked.</Trans>
      </EmptyState>
    </Card>
  );
}
