import { type ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Value; readonly name: ReactNode; readonly icon?: ReactNode; readonly label?: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Two to four ways of looking at the same thing. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option.id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className="segment" aria-label={option.label}>
          {option.icon}
          {option.name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
