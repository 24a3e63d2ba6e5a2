import { type ReactNode } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';

export interface NumberFieldProps extends FieldTexts, Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly unit?: ReactNode;
  readonly className?: string;
}

export function NumberField({ label, help, error, optional, hideLabel, unit, className, ...props }: NumberFieldProps) {
  return (
    <AriaNumberField {...props} className={cx('field', className)} isInvalid={error !== undefined} isRequired={!optional} validationBehavior="aria">
      <FieldLabel label={label} optional={optional} hideLabel={hideLabel} />
      <Group className="input-frame">
        <Input className="input-inner figures" />
        {unit !== undefined && <span className="pr-3 text-muted">{unit}</span>}
      </Group>
      <FieldNotes help={help} error={error} />
    </AriaNumberField>
  );
}
