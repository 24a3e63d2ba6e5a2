import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { IconButton } from './button';
import { cx } from './cx';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconEye, IconEyeOff } from './icons';

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
