import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { plusDays } from '~/lib/days';
import { type Refusal } from '~/lib/api/answer';
import { useMatchMedia } from '~/lib/use-match-media';
import { hasRole, useCentre } from '~/lib/viewer';
import { Button, ButtonLink, Card, EmptyState, Loaded, Problem, Skeleton } from '~/ui';
import { Board } from './board';
import { DayPicker } from './day-picker';
import { type BoardCell, type BoardEntry, hoursOf, type Move, packBoard, type PackedRow, withMoves } from './model';
import { type Site, useWeek, type WeekData } from './operations';
import { useMove } from './use-move';

const WeekList = lazy(() => import('./week-list').then((module) => ({ default: module.WeekList })));
const BookDialog = lazy(() => import('./book-dialog'));
const LeaveDialog = lazy(() => import('./leave-dialog'));
const EntryDialog = lazy(() => import('./entry-dialog'));
const MoveReasonDialog = lazy(() => import('./move-reason-dialog'));

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

interface ShownProps extends WeekViewProps {
  readonly data: WeekData;
}

function Shown({ site, days, today, data }: ShownProps) {
  const { show = 'all', role, day = days.includes(today) ? today : days[0] } = route.useSearch();
  const resources = useMemo(() => data.resources.filter((one) => show === 'all' || (one.kind === 'person') === (show === 'people')).filter((one) => role === undefined || one.kind !== 'person' || one.roles.includes(role)), [data.resources, show, role]);
  const moving = useMove(site, data.resources);
  const entries = useMemo(() => withMoves(data.entries, moving.asked), [data.entries, moving.asked]);
  const shownDays = useShownDays(days, entries);
  const rows = useMemo(() => packBoard(resources, shownDays, entries), [resources, shownDays, entries]);
  if (data.resources.length === 0) return <NoRooms site={site} />;
  return <Plan site={site} days={days} today={today} data={data} moving={moving} rows={rows} shownDays={shownDays} day={day ?? today} />;
}

interface PlanProps extends ShownProps {
  readonly moving: ReturnType<typeof useMove>;
  readonly rows: readonly PackedRow[];
  readonly shownDays: readonly string[];
  /** The day that the phone shows. */
  readonly day: string;
}

function Plan({ site, days, today, data, moving: { move, refusal, forget }, rows, shownDays, day }: PlanProps) {
  const { t } = useLingui();
  const { as } = route.useSearch();
  const narrow = useMatchMedia('(max-width: 51.999rem)');
  const open = useOpen(days[0] ?? today);
  const mayChange = hasRole(useCentre(), 'coordinator', 'manager');
  const [asking, setAsking] = useState<Move | null>(null);
  const put = (wanted: Move): void => {
    setAsking(null);
    void move(wanted);
  };
  return (
    <>
      {refusal && <Refused refusal={refusal} onUnderstood={forget} />}
      {narrow && <DayPicker days={days} today={today} selected={day} />}
      {narrow || as === 'list' ? (
        <Suspense fallback={<Skeleton height="24rem" />}>
          <WeekList rows={rows} days={narrow ? [day] : shownDays} today={today} onOpen={open.openEntry} />
        </Suspense>
      ) : (
        <Card flush>
          <Board
            label={t`Week of ${site.name}`}
            rows={rows}
            days={shownDays}
            today={today}
            hours={hoursOf(data.entries)}
            mayChange={mayChange}
            onOpen={open.openEntry}
            onBook={open.openCell}
            onMove={(wanted) => (wanted.entry.told > 0 ? setAsking(wanted) : put(wanted))}
            onPage={open.page}
          />
        </Card>
      )}
      <Dialogs site={site} data={data} day={day} mayChange={mayChange} open={open} />
      <Suspense>{asking && <MoveReasonDialog wanted={asking} resources={data.resources} onMove={put} onClose={() => setAsking(null)} />}</Suspense>
    </>
  );
}

function Refused({ refusal, onUnderstood }: { readonly refusal: Refusal; readonly onUnderstood: () => void }) {
  return (
    <div className="grid gap-2">
      <Problem problem={refusal} />
      <Button size="small" look="quiet" className="justify-self-start" onPress={onUnderstood}>
        <Trans>Understood</Trans>
      </Button>
    </div>
  );
}

interface DialogsProps {
  readonly site: Site;
  readonly data: WeekData;
  readonly day: string;
  readonly mayChange: boolean;
  readonly open: ReturnType<typeof useOpen>;
}

function Dialogs({ site, data: { resources, entries }, day, mayChange, open: { entryId, cell, dialog, close } }: DialogsProps) {
  const entry = entries.find((candidate) => candidate.id === entryId);
  return (
    <Suspense>
      {dialog === 'book' && mayChange && <BookDialog site={site} resources={resources} start={cell ?? { resourceId: undefined, day }} onClose={close} />}
      {dialog === 'leave' && mayChange && <LeaveDialog site={site} resources={resources} day={day} onClose={close} />}
      {entry && <EntryDialog site={site} entry={entry} resources={resources} mayChange={mayChange} onClose={close} />}
    </Suspense>
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
    entryId: search.entry,
    dialog: search.do,
    cell,
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
