import { useLingui } from '@lingui/react/macro';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Badge } from './surface';

export interface SeriesDate {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly localDate: string;
  readonly localTime: string;
  readonly zone: string;
  readonly title?: string;
  readonly clock?: 'SHIFTED' | 'FIRST_OF_TWO' | null;
  readonly clashes: readonly { readonly message: string }[];
  readonly yielded?: readonly { readonly message: string }[];
}

export interface SkippedDate {
  readonly date: string;
  readonly startsAt: string;
  /** Why the place is closed; null where the clocks skip the time. */
  readonly closure?: string | null;
}

interface SeriesDatesProps {
  readonly dates: readonly SeriesDate[];
  readonly skipped: readonly SkippedDate[];
}

/** The dates of a series before anything is taken: each with what stands in its way, and the days left out with the reason. */
export function SeriesDates({ dates, skipped }: SeriesDatesProps) {
  const { t } = useLingui();
  return (
    <ol className="border-line rounded-card divide-line max-h-96 divide-y overflow-y-auto border" tabIndex={0} aria-label={t`Dates`}>
      {rowsOf({ dates, skipped }).map((row) => ('skipped' in row ? <Skipped key={row.key} {...row.skipped} /> : <DateRow key={row.key} date={row.date} number={row.number} />))}
    </ol>
  );
}

function DateRow({ date, number }: { readonly date: SeriesDate; readonly number: number }) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <li className={`px-4 py-2 ${date.clashes.length > 0 ? 'bg-bad-soft' : ''}`}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-faint figures w-6 text-sm">{number}</span>
        <span className="figures">
          {capitalised(times.shortDay(date.localDate))}, {times.time(date.startsAt, date.zone)}–{times.time(date.endsAt, date.zone)}
        </span>
        {date.title !== undefined && <span className="text-muted text-sm">{date.title.split(' · ')[0]}</span>}
        {date.clock === 'SHIFTED' && <Badge tone="warn">{t`The clocks change: one hour later`}</Badge>}
        {date.clock === 'FIRST_OF_TWO' && <Badge tone="warn">{t`The clocks change: the first of two`}</Badge>}
      </div>
      {[...date.clashes, ...(date.yielded ?? [])].map(({ message }) => (
        <p key={message} className={`pl-9 text-sm ${date.clashes.length > 0 ? 'text-bad' : 'text-muted'}`}>{message}</p>
      ))}
    </li>
  );
}

function Skipped({ date, startsAt, closure }: SkippedDate) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <li className="text-muted bg-sunken px-4 py-2">
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className="w-6" aria-hidden>–</span>
        <s className="figures">{capitalised(times.shortDay(date))}, {startsAt}</s>
        <span className="text-sm">{closure ? t`Left out: ${closure}` : t`Left out: this time does not exist that night`}</span>
      </span>
    </li>
  );
}

type PreviewRow = { readonly key: string } & ({ readonly date: SeriesDate; readonly number: number } | { readonly skipped: SkippedDate });

/** Dates and gaps in one order of time. */
function rowsOf({ dates, skipped }: SeriesDatesProps): readonly PreviewRow[] {
  const rows = dates.map((date, index): PreviewRow => ({ key: `${date.localDate} ${date.localTime}`, date, number: index + 1 }));
  const gaps = skipped.map((gap): PreviewRow => ({ key: `${gap.date} ${gap.startsAt} -`, skipped: gap }));
  return [...rows, ...gaps].sort((a, b) => a.key.localeCompare(b.key));
}
