import { type ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components/Switch';
import { FieldLabel, FieldNotes, type FieldTexts } from './field-parts';
import { IconCheck, IconMinus } from './icons';
import { type Option } from './select';

interface Words {
  readonly children: ReactNode;
  readonly help?: ReactNode;
}

const ChoiceText = ({ children, help }: Words) => (
  <span>
    {children}
    {help !== undefined && <span className="choice-help">{help}</span>}
  </span>
);

export function Checkbox({ children, help, ...props }: Words & Omit<AriaCheckboxProps, 'children' | 'className' | 'style'>) {
  return (
    <AriaCheckbox {...props} className="choice" validationBehavior="aria">
      {({ isIndeterminate }) => (
        <>
          <span className="choice-mark" aria-hidden>
            {isIndeterminate ? <IconMinus /> : <IconCheck />}
          </span>
          <ChoiceText help={help}>{children}</ChoiceText>
        </>
      )}
    </AriaCheckbox>
  );
}

export function Switch({ children, help, ...props }: Words & Omit<AriaSwitchProps, 'children' | 'className' | 'style'>) {
  return (
    <AriaSwitch {...props} className="choice">
      <span className="switch-track" aria-hidden />
      <ChoiceText help={help}>{children}</ChoiceText>
    </AriaSwitch>
  );
}

interface ManyProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: readonly Value[];
  readonly onChange: (value: Value[]) => void;
  readonly isDisabled?: boolean;
}

export function CheckboxGroup<Value extends string>({ options, value, onChange, isDisabled, ...texts }: ManyProps<Value>) {
  return (
    <AriaCheckboxGroup
      className="field"
      value={[...value]}
      onChange={(chosen) => onChange(options.filter((option) => chosen.includes(option.id)).map((option) => option.id))}
      isDisabled={isDisabled}
      isInvalid={texts.error !== undefined}
      validationBehavior="aria"
    >
      <FieldLabel {...texts} />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id} isDisabled={option.disabled} help={option.help}>
            {option.name}
          </Checkbox>
        ))}
      </div>
      <FieldNotes help={texts.help} error={texts.error} />
    </AriaCheckboxGroup>
  );
}

interface OneProps<Value extends string> extends FieldTexts {
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  readonly look?: 'plain' | 'cards';
}

export function RadioGroup<Value extends string>({ options, value, onChange, isDisabled, look = 'plain', ...texts }: OneProps<Value>) {
  const choose = (id: string): void => {
    const chosen = options.find((option) => option.id === id);
    if (chosen) onChange(chosen.id);
  };
  return (
    <AriaRadioGroup className="field" value={value} onChange={choose} isDisabled={isDisabled} isInvalid={texts.error !== undefined} validationBehavior="aria">
      <FieldLabel {...texts} />
      <div className={look === 'cards' ? 'grid gap-2 sm:grid-cols-2' : 'flex flex-wrap gap-x-6 gap-y-2'}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.disabled} className={look === 'cards' ? 'choice choice-card' : 'choice'}>
            <span className="choice-mark" data-shape="round" aria-hidden />
            <ChoiceText help={option.help}>{option.name}</ChoiceText>
          </Radio>
        ))}
      </div>
      <FieldNotes help={texts.help} error={texts.error} />
    </AriaRadioGroup>
  );
}
