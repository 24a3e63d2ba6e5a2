import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { spoken } from '~/lib/i18n/i18n';
import { Button, Card, Loaded, notices, Segments, Select } from '~/ui';
import { IconSend } from '~/ui/icons';
import { type Rule, sendTest, type Template, usePreviews } from './operations';

const names: Readonly<Record<string, MessageDescriptor>> = {
  'reminders.before': msg`Reminder before something starts`,
  'reminders.week-ahead': msg`The week to come`,
  'ledger.session-changed': msg`Something was moved`,
  'ledger.session-cancelled': msg`Something was cancelled`,
  'ledger.session-reinstated': msg`Something takes place after all`,
};

/** How it looks, in the four languages, and on the way that all mail takes. */
export function Previews({ organisationId }: { readonly organisationId: string }) {
  const { t } = useLingui();
  const previews = usePreviews(organisationId);
  const test = async (trigger: Rule['trigger']): Promise<void> => {
    const answer = await sendTest(organisationId, trigger);
    notices.say(answer.ok ? { tone: 'good', text: t`On its way to your own mailbox.` } : { tone: 'bad', text: answer.refusal.message });
  };
  return (
    <Card title={t`How it looks`}>
      <Loaded read={previews}>{(templates) => <Shown templates={templates} onTest={(trigger) => void test(trigger)} />}</Loaded>
    </Card>
  );
}

function Shown({ templates, onTest }: { readonly templates: readonly Template[]; readonly onTest: (trigger: Rule['trigger']) => void }) {
  const { t } = useLingui();
  const [type, setType] = useState('reminders.before');
  const [language, setLanguage] = useState<Language>(spoken());
  const preview = templates.find((one) => one.type === type)?.previews.find((one) => one.language === language.toUpperCase() || one.language === language);
  const trigger = type === 'reminders.before' ? 'BEFORE' : type === 'reminders.week-ahead' ? 'WEEKLY' : undefined;
  return (
    <div className="form">
      <Select label={t`Which message`} options={templates.map((one) => ({ id: one.type, name: names[one.type] ? t(names[one.type]!) : one.type }))} value={type} onChange={setType} />
      <Segments<Language> label={t`Language`} options={languages.map((id) => ({ id, name: id.toUpperCase(), label: nameOf[id] }))} value={language} onChange={setLanguage} />
      {preview && (
        <article lang={language} className="rounded-field bg-sunken p-4">
          <h3 className="mb-2">{preview.subject}</h3>
          <p className="text-sm whitespace-pre-line">{preview.text}</p>
        </article>
      )}
      {trigger && (
        <Button icon={<IconSend aria-hidden />} onPress={() => onTest(trigger)}>
          <Trans>Send it to me</Trans>
        </Button>
      )}
    </div>
  );
}
