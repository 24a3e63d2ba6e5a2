import { Trans, useLingui } from '@lingui/react/macro';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Badge, Banner } from '~/ui';
import { type SeriesPreview } from './operations';

type SeriesDate = SeriesPreview['dates'][number];

/** The dates before anything is taken: what is left out and why, every clash with its reason, who would have two things at once. */
export function PreviewPanel({ preview }: { readonly preview: SeriesPreview }) {
  const { t } = useLingui();
  const clashing = preview.dates.filter(({ clashes }) => clashes.length > 0).length;
  const tooSmall = preview.roomSeats !== null && preview.roomSeats !== undefined && preview.roomSeats < preview.learners;
  const yielded = preview.dates.reduce((sum, date) => sum + date.yielded.length, 0);
  return (
    <section className="stack" aria-live="polite" aria-label={t`Preview`}>
      {clashing > 0 ? (
        <Banner tone="bad" title={t`${clashing} of ${preview.dates.length} dates clash: nothing can be planned yet.`}>
          <Trans>Each one is named below. Choose another room, trainer, time or day.</Trans>
        </Banner>
      ) : (
        <Banner tone="good" title={t`${preview.dates.length} sessions for ${preview.learners} learners, no clash.`} />
      )}
      {tooSmall && <Banner tone="warn">{t`The room has ${preview.roomSeats ?? 0} seats for ${preview.learners} learners.`}</Banner>}
      {yielded > 0 && <Banner tone="warn">{t`Some learners have something else at ${yielded} moments; they are added all the same.`}</Banner>}
      <ol className="border-line rounded-card divide-line max-h-96 divide-y overflow-y-auto border" tabIndex={0} aria-label={t`Dates`}>
        {rowsOf(preview).map((row) => ('skipped' in row ? <Skipped key={row.key} {...row.skipped} /> : <DateRow key={row.key} date={row.date} number={row.number} />))}
      </ol>
    </section>
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
        <span className="text-muted text-sm">{date.title.split(' · ')[0]}</span>
        {date.clock === 'SHIFTED' && <Badge tone="warn">{t`The clocks change: one hour later`}</Badge>}
        {date.clock === 'FIRST_OF_TWO' && <Badge tone="warn">{t`The clocks change: the first of two`}</Badge>}
      </div>
      {[...date.clashes, ...date.yielded].map(({ message }) => (
        <p key={message} className={`pl-9 text-sm ${date.clashes.length > 0 ? 'text-bad' : 'text-muted'}`}>{message}</p>
      ))}
    </li>
  );
}

function Skipped({ date, startsAt, closure }: SeriesPreview['skipped'][number]) {
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

type PreviewRow = { readonly key: string } & ({ readonly date: SeriesDate; readonly number: number } | { readonly skipped: SeriesPreview['skipped'][number] });

/** Dates and gaps in one order of time. */
function rowsOf(preview: SeriesPreview): readonly PreviewRow[] {
  const dates = preview.dates.map((date, index): PreviewRow => ({ key: `${date.localDate} ${date.localTime}`, date, number: index + 1 }));
  const gaps = preview.skipped.map((skipped): PreviewRow => ({ key: `${skipped.date} ${skipped.startsAt} -`, skipped }));
  return [...dates, ...gaps].sort((a, b) => a.key.localeCompare(b.key));
}
