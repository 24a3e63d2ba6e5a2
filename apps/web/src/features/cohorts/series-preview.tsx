import { Trans, useLingui } from '@lingui/react/macro';
import { Banner } from '~/ui';
import { SeriesDates } from '~/ui/series-dates';
import { type SeriesPreview } from './operations';

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
      <SeriesDates dates={preview.dates} skipped={preview.skipped} />
    </section>
  );
}
