import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField, type NumberFieldProps as AriaNumberFieldProps } from 'react-aria-components/NumberField';
import { SearchField as AriaSearchField, type SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components/SearchField';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { IconButton } from './button';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconClose, IconEye, IconEyeOff, IconSearch } from './icons';

export interface TextFieldProps extends FieldTexts, Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'> {
  readonly placeholder?: string;
  readonly lines?: number;
  readonly inputClassName?: string;
  readonly className?: string;
}

export function TextField({ label, help, error, optional, hideLabel, placeholder, lines, inputClassName, className, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className={cx('field', className)} isInvalid={error !== undefined} isRequired={props.isRequired ?? !optional} validationBehavior="aria">
      <FieldLabel label={label} optional={optional} hideLabel={hideLabel} />
      {lines === undefined ? (
        <Input className={cx('input', inputClassName)} placeholder={placeholder} />
      ) : (
        <AriaTextArea className={cx('input', inputClassName)} placeholder={placeholder} rows={lines} />
      )}
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  );
}

/** A password that may be looked at, for those who type on glass. */
export function PasswordField({ label, help, error, optional, ...props }: Omit<TextFieldProps, 'placeholder' | 'lines' | 'type'>) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField {...props} type={shown ? 'text' : 'password'} className="field" isInvalid={error !== undefined} isRequired={!optional} validationBehavior="aria">
      <FieldLabel label={label} optional={optional} />
      <div className="input-frame" data-invalid={error !== undefined || undefined}>
        <Input className="input-inner" autoCapitalize="none" spellCheck={false} />
        <IconButton label={shown ? t`Hide the password` : t`Show the password`} onPress={() => setShown(!shown)} isDisabled={props.isDisabled}>
          {shown ? <IconEyeOff /> : <IconEye />}
        </IconButton>
      </div>
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  );
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
}

export function SearchField({ label, placeholder, className, ...props }: SearchFieldProps) {
  const { t } = useLingui();
  return (
    <AriaSearchField {...props} aria-label={label} className={cx('field', className)}>
      {({ isEmpty }) => (
        <div className="input-frame">
          <IconSearch aria-hidden />
          <Input className="input-inner" placeholder={placeholder ?? label} />
          {!isEmpty && (
            <IconButton label={t`Clear`}>
              <IconClose />
            </IconButton>
          )}
        </div>
      )}
    </AriaSearchField>
  );
}

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
