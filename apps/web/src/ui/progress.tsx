import { ProgressBar } from 'react-aria-components/ProgressBar';

interface ProgressProps {
  readonly label: string;
  readonly value: number;
  readonly max?: number;
  /** "60 of 150": the figure in words, because a bar alone says little. */
  readonly words?: string;
}

export function Progress({ label, value, max = 100, words }: ProgressProps) {
  return (
    <ProgressBar value={value} maxValue={max} valueLabel={words} aria-label={label}>
      {({ percentage, valueText }) => (
        <div className="flex flex-col gap-1.5">
          <div className="flex justify-between gap-4 text-sm">
            <span className="text-muted" aria-hidden>{label}</span>
            <span className="figures font-semibold" aria-hidden>{valueText}</span>
          </div>
          <div className="bar">
            <i style={{ width: `${percentage ?? 0}%` }} />
          </div>
        </div>
      )}
    </ProgressBar>
  );
}
