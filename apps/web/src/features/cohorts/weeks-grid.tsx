import { useLingui } from '@lingui/react/macro';
import { daysFrom, mondayOf, weekNumber } from '~/lib/days';
import { useTimes } from '~/lib/use-times';
import { Card } from '~/ui';
import { type Session } from './operations';
import { shortWeekdays } from './words';

/** A row a week and a column a day: the rhythm of a cohort at a glance, holes included. */
export function WeeksGrid({ sessions }: { readonly sessions: readonly Session[] }) {
  const { t } = useLingui();
  const weeks = weeksOf(sessions);
  return (
    <Card flush>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={t`Sessions by week`}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t`Week`}</th>
              {shortWeekdays.map((name) => (
                <th key={name.id} scope="col">{t(name)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((monday) => (
              <tr key={monday}>
                <th scope="row" className="figures">{weekNumber(monday)}</th>
                {daysFrom(monday, 7).map((day) => (
                  <td key={day} className="align-top">
                    <Day day={day} sessions={sessions.filter(({ localDate }) => localDate === day)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function Day({ day, sessions }: { readonly day: string; readonly sessions: readonly Session[] }) {
  const times = useTimes();
  const { t } = useLingui();
  return (
    <div className="flex min-w-20 flex-col gap-1">
      <span className="text-faint figures text-xs">{Number(day.slice(8))}</span>
      {sessions.map((session) => (
        <span key={session.id} title={session.title} className={`figures rounded-bar px-1.5 py-0.5 text-xs ${session.state === 'CANCELLED' ? 'text-muted line-through' : 'bg-action-soft text-action-ink'}`}>
          {times.time(session.startsAt, session.zone)}–{times.time(session.endsAt, session.zone)}
          {session.state === 'CANCELLED' && <span className="seen-by-readers-only">{t`Cancelled`}</span>}
        </span>
      ))}
    </div>
  );
}

/** From the first week to the last, empty ones included. */
function weeksOf(sessions: readonly Session[]): readonly string[] {
  const [first, last] = [sessions[0]?.localDate, sessions.at(-1)?.localDate];
  if (!first || !last) return [];
  const count = Math.round((Date.parse(mondayOf(last)) - Date.parse(mondayOf(first))) / 604_800_000) + 1;
  return daysFrom(mondayOf(first), count * 7).filter((_, index) => index % 7 === 0);
}
