import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { type Language } from '~/lib/i18n/languages';
import { Button, TextField } from '~/ui';
import { type RuleTemplate, type Text } from './operations';
import { type DraftFaults } from './use-draft-preview';

const placeholderNames: Readonly<Record<string, MessageDescriptor>> = {
  title: msg`what it is called`,
  date: msg`the day`,
  time: msg`the time`,
  name: msg`first name`,
  organisation: msg`your centre`,
  place: msg`the place`,
  bring: msg`what to bring`,
  join: msg`the link to join`,
  link: msg`the button to the agenda`,
  week: msg`first day of the week`,
  sessions: msg`how many sessions`,
  items: msg`the sessions of the week`,
};

interface TextFieldsProps {
  readonly language: Language;
  readonly text: Text;
  readonly placeholders: RuleTemplate['placeholders'];
  readonly faults: DraftFaults;
  readonly onChange: (text: Text) => void;
}

/** Subject and text, and what can be filled in: pressed, it goes where the cursor was in the text. */
export function TextFields({ language, text, placeholders, faults, onChange }: TextFieldsProps) {
  const { t } = useLingui();
  const cursor = useRef<readonly [number, number] | null>(null);
  const insert = (name: string): void => {
    const [from, to] = cursor.current ?? [text.body.length, text.body.length];
    const put = `{${name}}`;
    cursor.current = [from + put.length, from + put.length];
    onChange({ ...text, body: text.body.slice(0, from) + put + text.body.slice(to) });
  };
  return (
    <>
      <TextField lang={language} label={t`Subject line`} value={text.subject} error={faults.subject} onChange={(subject) => onChange({ ...text, subject })} />
      <TextField
        lang={language}
        label={t`Text`}
        lines={10}
        value={text.body}
        error={faults.body}
        onChange={(body) => onChange({ ...text, body })}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
          cursor.current = [selectionStart ?? 0, selectionEnd ?? 0];
        }}
      />
      <div role="group" aria-label={t`What can be filled in`}>
        <p className="field-help mb-2">{t`What is in braces is filled in. Press one to put it where the cursor is; those with a star must be in the text.`}</p>
        <div className="flex flex-wrap gap-2">
          {placeholders.map(({ name, isRequired }) => (
            <Button key={name} size="small" onPress={() => insert(name)}>
              {`{${name}}${isRequired ? '*' : ''} ${placeholderNames[name] ? t(placeholderNames[name]) : ''}`}
            </Button>
          ))}
        </div>
      </div>
    </>
  );
}
