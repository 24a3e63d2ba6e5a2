import { useLingui } from '@lingui/react/macro';
import { plusDays, todayIn } from '~/lib/days';
import { absenceStates } from '~/lib/half-days';
import { kindNames } from '~/lib/kinds';
import { capitalised, ownZone } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { wallTimeAt } from '~/lib/wall';
import { AgendaRow, Badge } from '~/ui';
import { type AgendaItem } from './operations';
import { ownTime } from './own-time';

interface Month {
  readonly month: string;
  readonly days: readonly { readonly day: string; readonly items: readonly AgendaItem[] }[];
}

/** A list by day; printed, each month begins on a page of its own. */
export function DayList({ items }: { readonly items: readonly AgendaItem[] }) {
  const times = useTimes();
  const nextId = items.find((item) => item.state === 'PLANNED' && new Date(item.endsAt) > new Date())?.id;
  return monthsOf(items).map(({ month, days }) => (
    <section key={month} className="agenda-month">
      <h2 className="only-print mb-2 text-lg">{capitalised(times.month(`${month}-01`))}</h2>
      {days.map(({ day, items: ofDay }) => (
        <section key={day} className="agenda-day" aria-labelledby={`day-${day}`}>
          <DayHead day={day} near={nearOf(ofDay)} />
          <ul className="agenda-rows">
            {ofDay.map((item) => (
              <Item key={item.id} item={item} isNext={item.id === nextId} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  ));
}

/** Days are those of the place; "today" is the reader's own, and said where it holds for all of that day. */
function nearOf(items: readonly AgendaItem[]): 'today' | 'tomorrow' | undefined {
  const zone = ownZone();
  const days = [...new Set(items.map(({ startsAt }) => wallTimeAt(startsAt, zone).day))];
  const today = todayIn(zone);
  if (days.length !== 1) return undefined;
  return days[0] === today ? 'today' : days[0] === plusDays(today, 1) ? 'tomorrow' : undefined;
}

function DayHead({ day, near }: { readonly day: string; readonly near: 'today' | 'tomorrow' | undefined }) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <h2 className="agenda-day-head" id={`day-${day}`}>
      {capitalised(times.day(day))}
      {near && <span>{near === 'today' ? t`today` : t`tomorrow`}</span>}
    </h2>
  );
}

function Item({ item, isNext }: { readonly item: AgendaItem; readonly isNext: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  const kind = kindNames[item.kind];
  const badge =
    item.state === 'CANCELLED' ? (
      <Badge tone="bad">{t`cancelled`}</Badge>
    ) : item.absence ? (
      <Badge tone="warn">{t(absenceStates[item.absence])}</Badge>
    ) : item.state === 'TENTATIVE' ? (
      <Badge tone="warn">{t`on hold`}</Badge>
    ) : isNext ? (
      <Badge tone="next">{t`next`}</Badge>
    ) : undefined;
  return (
    <AgendaRow
      {...{ startsAt: item.startsAt, endsAt: item.endsAt, tint: item.tint, title: item.title, badge, next: isNext, cancelled: item.state === 'CANCELLED' }}
      from={times.time(item.startsAt, item.zone)}
      until={times.time(item.endsAt, item.zone)}
      help={[kind && t(kind), ownTime(item, times) && t`${ownTime(item, times)} on your clock`, item.rooms ?? item.place, item.siteName, item.staff].filter(Boolean).join(' · ')}
    />
  );
}

function monthsOf(items: readonly AgendaItem[]): readonly Month[] {
  const days = grouped(items, (item) => item.day).map(([day, ofDay]) => ({ day, items: ofDay }));
  return grouped(days, ({ day }) => day.slice(0, 7)).map(([month, ofMonth]) => ({ month, days: ofMonth }));
}

/** In the order in which the keys first appear. */
function grouped<T>(things: readonly T[], keyOf: (thing: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing]);
  return [...groups];
}
