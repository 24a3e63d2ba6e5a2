import { useLingui } from '@lingui/react/macro';
import { type Key } from 'react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconCheck, IconChevronDown } from './icons';

export interface Option<Value extends string = string> {
  readonly id: Value;
  readonly name: string;
  readonly help?: string;
  readonly disabled?: boolean;
}

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly name?: string;
}

export function Select<Value extends string>({ options, value, onChange, placeholder, className, ...props }: SelectProps<Value>) {
  const { t } = useLingui();
  const choose = (key: Key | null): void => {
    const chosen = options.find((option) => option.id === key);
    if (chosen) onChange(chosen.id);
  };
  return (
    <AriaSelect
      className={cx('field', className)}
      value={value}
      onChange={choose}
      placeholder={placeholder ?? t`Choose…`}
      isDisabled={props.isDisabled}
      isInvalid={props.error !== undefined}
      name={props.name}
      validationBehavior="aria"
    >
      <FieldLabel label={props.label} optional={props.optional} hideLabel={props.hideLabel} />
      <Button className="input select-button">
        <SelectValue className="select-value">{({ selectedText, defaultChildren }) => selectedText || defaultChildren}</SelectValue>
        <IconChevronDown aria-hidden />
      </Button>
      <FieldNotes help={props.help} error={props.error} />
      <OptionList options={options} />
    </AriaSelect>
  );
}

/** What opens below a select. */
export const OptionList = ({ options }: { readonly options: readonly Option[] }) => (
  <Popover className="popover" offset={6}>
    <ListBox className="menu" items={options}>
      {(option) => <OptionItem option={option} />}
    </ListBox>
  </Popover>
);

export function OptionItem({ option }: { readonly option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.name} className="menu-item" isDisabled={option.disabled}>
      {({ isSelected }) => (
        <>
          <span className="menu-item-text">
            {option.name}
            {option.help !== undefined && <span className="menu-item-help">{option.help}</span>}
          </span>
          {isSelected && <IconCheck className="menu-tick" aria-hidden />}
        </>
      )}
    </ListBoxItem>
  );
}
