import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type Form } from '~/lib/use-form';
import { Banner, DateField, NumberField, RadioGroup, Select } from '~/ui';
import { SeriesDates } from '~/ui/series-dates';
import { type Repetition, type SeriesPreview } from './operations';

/** Once, or how often and how long. */
export interface Repeating extends Omit<Repetition, 'everyWeeks' | 'until'> {
  /** "0" is once. */
  readonly every: string;
  readonly lastDay: string;
}

export function RepeatFields<Draft extends Repeating>({ form }: { readonly form: Form<Draft> }) {
  const { t } = useLingui();
  const { values } = form;
  const set = (changes: Partial<Repeating>): void => form.set(changes as Partial<Draft>);
  return (
    <>
      <Select
        label={t`How often`}
        options={[
          { id: '0', name: t`Once` },
          { id: '1', name: t`Every week` },
          { id: '2', name: t`Every second week` },
        ]}
        value={values.every}
        onChange={(every) => set({ every })}
      />
      {values.every !== '0' && (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <RadioGroup<Repetition['by']>
            label={t`How long`}
            value={values.by}
            onChange={(by) => set({ by })}
            options={[
              { id: 'count', name: t`A number of times` },
              { id: 'until', name: t`Until a day` },
            ]}
          />
          {values.by === 'count' ? (
            <NumberField label={t`Times`} minValue={1} {...form.field('count')} onChange={(count) => set({ count })} />
          ) : (
            <DateField label={t`Last day`} {...form.field('lastDay')} onChange={(lastDay) => set({ lastDay })} />
          )}
        </div>
      )}
    </>
  );
}

/** What a series would be: days on which the site is closed are left out, and one clash is enough to book nothing. */
export function RepeatPreview({ preview: { dates, skipped } }: { readonly preview: SeriesPreview }) {
  const { t } = useLingui();
  const clashing = dates.filter(({ clashes }) => clashes.length > 0).length;
  return (
    <section className="stack" aria-live="polite" aria-label={t`Preview`}>
      {clashing > 0 ? (
        <Banner tone="bad" title={t`${clashing} of ${dates.length} dates clash: nothing can be booked yet.`}>{t`Each one is named below. Choose another room, time or day.`}</Banner>
      ) : (
        <Banner tone="good" title={t`${plural(dates.length, { one: '# date, no clash.', other: '# dates, no clash.' })}`} />
      )}
      {skipped.length > 0 && <Banner>{t`${plural(skipped.length, { one: '# day is left out because the site is closed.', other: '# days are left out because the site is closed.' })}`}</Banner>}
      <SeriesDates dates={dates} skipped={skipped} />
    </section>
  );
}
