import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { NumberField, Select } from '~/ui';
import { countIn, daysOf, type Unit, unitOf } from './kept-for';

interface KeptForFieldProps {
  readonly label: string;
  readonly help: string;
  /** In days, as the server counts. */
  readonly value: number;
  readonly onChange: (days: number) => void;
  readonly error?: string;
  readonly isDisabled?: boolean;
}

/** A length of time as a person says it: a number, and years, months or days. */
export function KeptForField({ label, help, value, onChange, error, isDisabled }: KeptForFieldProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Unit>(() => unitOf(value));
  const [typed, setTyped] = useState(false);
  // Somebody else may have saved what is no whole number of the unit that stands here.
  const unit = Number.isNaN(value) || countIn(chosen, value) !== undefined ? chosen : unitOf(value);
  const count = countIn(unit, value) ?? Number.NaN;
  const choose = (next: Unit): void => {
    setChosen(next);
    setTyped(false);
    // "30", then "months", means thirty months; what stood there is only said otherwise.
    if (typed || countIn(next, value) === undefined) onChange(daysOf(count, next));
  };
  const enter = (next: number): void => {
    setTyped(true);
    onChange(daysOf(next, unit));
  };
  const options = [
    { id: 'years' as const, name: t`years` },
    { id: 'months' as const, name: t`months` },
    { id: 'days' as const, name: t`days` },
  ];
  return (
    // One label for both, in a line of its own: where it takes two lines, number and unit still stand side by side.
    <div role="group" aria-label={label} className="grid grid-cols-[minmax(0,1fr)_8.5rem] items-start gap-x-3">
      <span aria-hidden className="field-label col-span-2 mb-1.5">
        {label}
      </span>
      <NumberField hideLabel label={label} help={help} error={error} isDisabled={isDisabled} minValue={0} formatOptions={{ maximumFractionDigits: 0 }} value={count} onChange={enter} />
      <Select<Unit> hideLabel label={t`Unit`} isDisabled={isDisabled} options={options} value={unit} onChange={choose} />
    </div>
  );
}

/** "5 years", "18 months", "400 days". */
export function useKeptFor(): (days: number) => string {
  const { t } = useLingui();
  return (days) => {
    const unit = unitOf(days);
    const count = countIn(unit, days) ?? days;
    if (unit === 'years') return t`${plural(count, { one: '# year', other: '# years' })}`;
    return unit === 'months' ? t`${plural(count, { one: '# month', other: '# months' })}` : t`${plural(count, { one: '# day', other: '# days' })}`;
  };
}
