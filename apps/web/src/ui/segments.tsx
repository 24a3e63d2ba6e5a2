import { type ReactNode, useId } from 'react';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Value; readonly name: ReactNode; readonly icon?: ReactNode; readonly label?: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Two to four ways of looking at the same thing: the browser's own radio buttons in other clothes. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.id} className="segment">
          <input type="radio" className="seen-by-readers-only" name={name} checked={option.id === value} onChange={() => onChange(option.id)} aria-label={option.label} />
          {option.icon}
          {option.name}
        </label>
      ))}
    </div>
  );
}
