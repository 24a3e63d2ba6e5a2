import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Banner } from '~/ui';
import { SeriesDates } from '~/ui/series-dates';
import { type SeriesPreview } from './operations';

/** The dates before anything is taken: what is left out and why, every clash with its reason, who would have two things at once. */
export function PreviewPanel({ preview }: { readonly preview: SeriesPreview }) {
  const { t } = useLingui();
  const clashing = preview.dates.filter(({ clashes }) => clashes.length > 0).length;
  const tooSmall = preview.roomSeats !== null && preview.roomSeats !== undefined && preview.roomSeats < preview.learners;
  const lent = preview.skipped.filter((one) => one.lent);
  const yielded = preview.dates.reduce((sum, date) => sum + date.yielded.length, 0);
  const panel = useRef<HTMLElement>(null);
  // It stands below a long form: whoever asked for the dates is to see them.
  useEffect(() => {
    // Some browsers answer a promise, which is nothing to clean up with.
    void panel.current?.scrollIntoView({ block: 'start' });
  }, [preview]);
  return (
    <section ref={panel} className="stack" aria-live="polite" aria-label={t`Preview`}>
      {clashing > 0 ? (
        <Banner tone="bad" title={t`${clashing} of ${preview.dates.length} dates clash: nothing can be planned yet.`}>
          <Trans>Each one is named below. Choose another room, trainer, time or day.</Trans>
          <NotFree dates={preview.dates} />
        </Banner>
      ) : (
        <Banner tone="good" title={t`${preview.dates.length} sessions for ${preview.learners} learners, no clash.`} />
      )}
      {tooSmall && <Banner tone="warn">{t`The room has ${preview.roomSeats ?? 0} seats for ${preview.learners} learners.`}</Banner>}
      {yielded > 0 && <Banner tone="warn">{t`Some learners have something else at ${yielded} moments; they are added all the same.`}</Banner>}
      {lent.length > 0 && <Banner tone="warn">{t`${plural(lent.length, { one: 'The place is lent: # day on which its owner is closed is left out.', other: 'The place is lent: # days on which its owner is closed are left out.' })} ${[...new Set(lent.map(({ closure }) => closure ?? ''))].join(', ')}`}</Banner>}
      <SeriesDates dates={preview.dates} skipped={preview.skipped} />
    </section>
  );
}

/** Who and what is not free, each with how many dates. */
function NotFree({ dates }: Pick<SeriesPreview, 'dates'>) {
  const { t } = useLingui();
  const counts = new Map<string, number>();
  for (const { clashes } of dates) for (const name of new Set(clashes.flatMap(({ resource }) => resource.name ?? []))) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <ul className="mt-1" aria-label={t`Not free`}>
      {[...counts].map(([name, count]) => (
        <li key={name}>{t`${name}: not free on ${plural(count, { one: '# date', other: '# dates' })}`}</li>
      ))}
    </ul>
  );
}
