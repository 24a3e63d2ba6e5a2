import { Button } from 'react-aria-components/Button';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconChevronDown } from './icons';
import { type Option, OptionList } from './select';

interface SelectManyProps extends FieldTexts {
  readonly options: readonly Option[];
  /** What stands there when nothing is chosen. */
  readonly placeholder: string;
  /** In the order in which they were chosen. */
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly isDisabled?: boolean;
}

/** A list of which several are chosen: Enter or Space takes one or leaves it, Escape closes; the button says who and what is chosen. */
export function SelectMany({ options, placeholder, value, onChange, ...props }: SelectManyProps) {
  const choose = (keys: readonly (string | number)[]): void => onChange([...value.filter((id) => keys.includes(id)), ...keys.map(String).filter((id) => !value.includes(id))]);
  return (
    <AriaSelect<Option, 'multiple'>
      className="field"
      selectionMode="multiple"
      value={[...value]}
      onChange={choose}
      placeholder={placeholder}
      isDisabled={props.isDisabled}
      isInvalid={props.error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel label={props.label} optional={props.optional} hideLabel={props.hideLabel} />
      <Button className="input select-button">
        <SelectValue className="select-value">{({ defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : namesOf(options, value))}</SelectValue>
        <IconChevronDown aria-hidden />
      </Button>
      <FieldNotes help={props.help} error={props.error} />
      <OptionList options={options} />
    </AriaSelect>
  );
}

const namesOf = (options: readonly Option[], value: readonly string[]): string => value.flatMap((id) => options.find((option) => option.id === id)?.name ?? []).join(', ');
