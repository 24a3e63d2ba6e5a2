import { useLingui } from '@lingui/react/macro';
import { type CSSProperties } from 'react';
import { kindNames } from '~/lib/kinds';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { piecesOf } from '~/lib/wall';
import { cx, tintOf } from '~/ui';
import { barLook } from './bar-look';
import { lanesOf, type Placed } from './lanes';
import { type AgendaItem } from './operations';
import { ownTime } from './own-time';

interface WeekGridProps {
  readonly items: readonly AgendaItem[];
  readonly days: readonly string[];
  readonly today: string;
}

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;
const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** A week true to time, in the time of each place, with the reader's own beside it where that is another one; the weekend only where something is on. A list of days for those who hear it. */
export function WeekGrid({ items, days, today }: WeekGridProps) {
  const { t } = useLingui();
  const times = useTimes();
  const pieces = days.map((day) => ({ day, placed: lanesOf(items.flatMap((item) => piecesOf({ from: item.startsAt, to: item.endsAt, zone: item.zone }, [day]).map(({ from, until }) => ({ item, from, until })))) }));
  const shown = pieces.filter(({ placed }, index) => index < 5 || placed.length > 0);
  const all = shown.flatMap(({ placed }) => placed);
  const first = Math.min(8, Math.floor(Math.min(...all.map(({ from }) => from)) / 60));
  const last = Math.max(17, Math.ceil(Math.max(...all.map(({ until }) => until)) / 60));
  return (
    <>
      {items.some((item) => ownTime(item, times) !== '') && <p className="text-muted text-sm">{t`Times are those of the place. Yours stand beside them where there is room, and always in the list.`}</p>}
      <Grid {...{ shown, today, first, last }} />
    </>
  );
}

interface GridProps extends Pick<WeekGridProps, 'today'> {
  readonly shown: readonly { readonly day: string; readonly placed: readonly Placed<AgendaItem>[] }[];
  /** Hours between which something is on. */
  readonly first: number;
  readonly last: number;
}

function Grid({ shown, today, first, last }: GridProps) {
  const times = useTimes();
  return (
    <div className="week-grid" style={{ '--days': shown.length, '--hours': last - first } as CSSProperties}>
      <div className="week-grid-head" aria-hidden />
      {shown.map(({ day }) => (
        <h3 key={day} id={`grid-${day}`} className="week-grid-head" data-today={day === today || undefined}>
          {capitalised(times.shortDay(day))}
        </h3>
      ))}
      <div className="week-grid-hours" aria-hidden>
        {Array.from({ length: last - first - 1 }, (_, index) => (
          <span key={index} style={{ top: percent((index + 1) / (last - first)) }}>
            {clock(first + index + 1)}
          </span>
        ))}
      </div>
      {shown.map(({ day, placed }) => (
        <ul key={day} className="week-grid-day" aria-labelledby={`grid-${day}`}>
          {placed.map((one) => (
            <Bar key={one.item.id} placed={one} first={first * 60} length={(last - first) * 60} />
          ))}
        </ul>
      ))}
    </div>
  );
}

function Bar({ placed, first, length }: { readonly placed: Placed<AgendaItem>; readonly first: number; readonly length: number }) {
  const times = useTimes();
  const { item, from, until, lane, lanes } = placed;
  const place: CSSProperties = { top: percent((from - first) / length), height: percent((until - from) / length), left: percent(lane / lanes), width: percent(1 / lanes) };
  const own = ownTime(item, times);
  const look = barLook(until - from, own !== '');
  return (
    <li className={cx('week-grid-item', `tint-${tintOf(item.tint)}`)} data-look={look.look} data-cancelled={item.state === 'CANCELLED' || undefined} style={place}>
      <Told item={item} own={own} {...look} />
    </li>
  );
}

interface ToldProps extends ReturnType<typeof barLook> {
  readonly item: AgendaItem;
  readonly own: string;
}

/** Whatever there is room for; all of it for those who hear it. */
function Told({ item, own, look, title }: ToldProps) {
  const { t } = useLingui();
  const times = useTimes();
  const kind = kindNames[item.kind];
  const where = item.rooms ?? item.place ?? item.siteName;
  const isTall = look === 'tall';
  return (
    <>
      <span className="week-grid-when">
        <time className="figures">
          {times.time(item.startsAt, item.zone)}
          <span className="week-grid-more">–{times.time(item.endsAt, item.zone)}</span>
        </time>
        {!isTall && where && <span className="week-grid-more"> · {where}</span>}
      </span>
      {own !== '' && <span className="week-grid-own figures"> {t`${own} on your clock`} </span>}
      <b style={{ WebkitLineClamp: title }}>{item.title}</b>
      <span className={isTall ? 'week-grid-where' : 'seen-by-readers-only'}>{[kind && t(kind), isTall && where].filter(Boolean).join(' · ')}</span>
      {item.state === 'CANCELLED' && <span className="seen-by-readers-only">{t`cancelled`}</span>}
    </>
  );
}
