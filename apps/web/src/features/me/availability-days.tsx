import { Trans, useLingui } from '@lingui/react/macro';
import { useTimes } from '~/lib/use-times';
import { Button, DateField, IconButton, Select, TimeField } from '~/ui';
import { IconPlus, IconTrash } from '~/ui/icons';
import { type MyHours } from './operations';

export type Day = MyHours['exceptions'][number];

interface Props {
  readonly value: readonly Day[];
  readonly onChange: (days: readonly Day[]) => void;
  /** Of the days that were not chosen yet. */
  readonly error?: string;
}

/** Single days that are unlike their week: other hours, or none. */
export function AvailabilityDays({ value: days, onChange, error }: Props) {
  return (
    <section className="grid gap-3">
      <h2 className="text-base font-semibold">
        <Trans>Single days</Trans>
      </h2>
      {days.map((day, index) => (
        <DayLine key={index} day={day} error={day.date === '' ? error : undefined} onChange={(changed) => onChange(days.with(index, changed))} onRemove={() => onChange(days.toSpliced(index, 1))} />
      ))}
      <Button className="justify-self-start" icon={<IconPlus aria-hidden />} onPress={() => onChange([...days, { __typename: 'DateException', date: '', opens: null, closes: null }])}>
        <Trans>Add a day</Trans>
      </Button>
    </section>
  );
}

interface DayLineProps {
  readonly day: Day;
  readonly error: string | undefined;
  readonly onChange: (day: Day) => void;
  readonly onRemove: () => void;
}

function DayLine({ day, error, onChange, onRemove }: DayLineProps) {
  const { t } = useLingui();
  const times = useTimes();
  const what = day.date === '' ? t`New day` : times.day(day.date);
  const isOpen = day.opens !== null;
  const choices = [
    { id: 'none', name: t`Not at all` },
    { id: 'hours', name: t`At other hours` },
  ];
  return (
    <fieldset className="grid grid-cols-[1fr_1fr_auto] items-end gap-3 sm:grid-cols-[1fr_1fr_1fr_1fr_auto]">
      <legend className="seen-by-readers-only">{what}</legend>
      <DateField className="col-span-3 sm:col-span-1" label={t`Day`} value={day.date} error={error} onChange={(date) => onChange({ ...day, date })} />
      <Select
        className={isOpen ? 'col-span-3 sm:col-span-1' : 'col-span-2 sm:col-span-3'}
        label={t`Available`}
        options={choices}
        value={isOpen ? 'hours' : 'none'}
        onChange={(choice) => onChange({ ...day, opens: choice === 'hours' ? '09:00' : null, closes: choice === 'hours' ? '17:00' : null })}
      />
      {isOpen && (
        <>
          <TimeField label={t`From`} value={day.opens ?? ''} onChange={(opens) => onChange({ ...day, opens })} />
          <TimeField label={t`Until`} value={day.closes ?? ''} onChange={(closes) => onChange({ ...day, closes })} />
        </>
      )}
      <IconButton label={t`Remove ${what}`} onPress={onRemove}>
        <IconTrash aria-hidden />
      </IconButton>
    </fieldset>
  );
}
