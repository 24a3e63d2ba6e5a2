import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useTimes } from '~/lib/use-times';

const route = getRouteApi('/inside/week');

/** The phone shows one day; a row of seven chooses which. */
export function DayPicker({ days, today, selected }: { readonly days: readonly string[]; readonly today: string; readonly selected: string }) {
  const { t } = useLingui();
  const times = useTimes();
  const navigate = route.useNavigate();
  return (
    <div className="day-strip" role="group" aria-label={t`Day`}>
      {days.map((day) => (
        <button
          key={day}
          type="button"
          className="day-pick"
          data-selected={day === selected || undefined}
          data-today={day === today || undefined}
          aria-pressed={day === selected}
          onClick={() => void navigate({ search: (before) => ({ ...before, day }) })}
        >
          {times.weekday(day)} <b>{Number(day.slice(8))}</b>
          <span className="seen-by-readers-only">{times.month(day)}</span>
        </button>
      ))}
    </div>
  );
}
