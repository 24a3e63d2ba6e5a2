import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { ListBox } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconChevronDown } from './icons';
import { type Option, OptionItem } from './select';

export interface ComboBoxProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
}

/** A list long enough that typing is faster than looking. Loaded when a screen needs it. */
export function ComboBox<Value extends string>({ options, value, onChange, placeholder, className, ...props }: ComboBoxProps<Value>) {
  const { t } = useLingui();
  return (
    <AriaComboBox
      className={cx('field', className)}
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.id === key)?.id ?? null)}
      isDisabled={props.isDisabled}
      isInvalid={props.error !== undefined}
      menuTrigger="focus"
      allowsEmptyCollection
      validationBehavior="aria"
    >
      <FieldLabel label={props.label} optional={props.optional} hideLabel={props.hideLabel} />
      <div className="input-frame" data-invalid={props.error !== undefined || undefined}>
        <Input className="input-inner" placeholder={placeholder} />
        <Button className="icon-button">
          <IconChevronDown aria-hidden />
        </Button>
      </div>
      <FieldNotes help={props.help} error={props.error} />
      <Popover className="popover" offset={6}>
        <ListBox<Option<Value>> className="menu" renderEmptyState={() => <p className="menu-empty">{t`Nothing found.`}</p>}>
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
