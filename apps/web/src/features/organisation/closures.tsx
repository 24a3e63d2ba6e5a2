import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { todayIn } from '~/lib/days';
import { hasRole, useCentre } from '~/lib/viewer';
import { Button, Card, EmptyState, IconButton, Loaded, Skeleton } from '~/ui';
import { IconChevronLeft, IconChevronRight, IconPlus } from '~/ui/icons';
import { CalendarCard } from './calendar-card';
import { CalendarDialog } from './calendar-dialog';
import { useClosureCalendars, useSites } from './operations';

/** Closure calendars of a year: public holidays are computed, the rest is entered or imported. */
export function Closures() {
  const { t } = useLingui();
  const centre = useCentre();
  const [year, setYear] = useState(() => Number(todayIn(centre.zone).slice(0, 4)));
  const [adding, setAdding] = useState(false);
  const calendars = useClosureCalendars(centre.id, year);
  const sites = useSites(centre.id);
  const mayChange = hasRole(centre, 'manager', 'coordinator');
  const add = mayChange && (
    <Button look="main" icon={<IconPlus aria-hidden />} onPress={() => setAdding(true)}>
      <Trans>Add a closure calendar</Trans>
    </Button>
  );
  return (
    <div className="stack">
      <div className="toolbar items-center">
        {(calendars.data?.length ?? 0) > 0 && add}
        <div className="ml-auto flex items-center gap-1">
          <IconButton label={t`Year before`} onPress={() => setYear(year - 1)}>
            <IconChevronLeft />
          </IconButton>
          <span className="figures min-w-14 text-center font-semibold" aria-live="polite">
            {year}
          </span>
          <IconButton label={t`Year after`} onPress={() => setYear(year + 1)}>
            <IconChevronRight />
          </IconButton>
        </div>
      </div>
      <Loaded read={calendars} skeleton={<Skeleton height="14rem" />}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <EmptyState title={t`No closing days yet`} actions={add}>
                <Trans>Public holidays are computed for every year; school holidays and bridges you add or import. Nothing is booked on a closing day.</Trans>
              </EmptyState>
            </Card>
          ) : (
            <div className="grid gap-5 lg:grid-cols-2">
              {list.map((calendar) => (
                <CalendarCard key={calendar.id} calendar={calendar} sites={sites.data ?? []} mayChange={mayChange} />
              ))}
            </div>
          )
        }
      </Loaded>
      {adding && <CalendarDialog sites={sites.data ?? []} onClose={() => setAdding(false)} />}
    </div>
  );
}
