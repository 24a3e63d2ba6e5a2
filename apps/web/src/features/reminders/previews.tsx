import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { spoken } from '~/lib/i18n/i18n';
import { Button, Card, Loaded, notices, Segments, Select } from '~/ui';
import { IconSend } from '~/ui/icons';
import { type RuleSet, sendTest, usePreviews, useReminderPreview } from './operations';
import { PreviewText } from './preview-text';
import { useRuleText } from './use-rule-text';

const names: Readonly<Record<string, MessageDescriptor>> = {
  'ledger.session-changed': msg`Something was moved`,
  'ledger.session-cancelled': msg`Something was cancelled`,
  'ledger.session-reinstated': msg`Something takes place after all`,
};

/** How it looks, in the four languages, and on the way that all mail takes. */
export function Previews({ set }: { readonly set: RuleSet }) {
  const { t } = useLingui();
  const text = useRuleText();
  const [chosen, setChosen] = useState(set.rules.length > 0 ? '0' : 'ledger.session-changed');
  const [language, setLanguage] = useState<Language>(spoken());
  const rules = set.rules.map((rule, index) => ({ id: String(index), name: text.when(rule), help: text.whom(rule) }));
  const changes = Object.entries(names).map(([id, name]) => ({ id, name: t(name) }));
  const value = chosen in names || Number(chosen) < set.rules.length ? chosen : 'ledger.session-changed';
  return (
    <Card title={t`How it looks`}>
      <div className="form">
        <Select label={t`Which message`} options={[...rules, ...changes]} value={value} onChange={setChosen} />
        <Segments<Language> label={t`Language`} options={languages.map((id) => ({ id, name: id.toUpperCase(), label: nameOf[id] }))} value={language} onChange={setLanguage} />
        {value in names ? <Change organisationId={set.organisationId} type={value} language={language} /> : <Reminder set={set} position={Number(value)} language={language} />}
      </div>
    </Card>
  );
}

function Change({ organisationId, type, language }: { readonly organisationId: string; readonly type: string; readonly language: Language }) {
  const previews = usePreviews(organisationId);
  return (
    <Loaded read={previews}>
      {(templates) => {
        const preview = templates.find((one) => one.type === type)?.previews.find((one) => one.language === language.toUpperCase() || one.language === language);
        return preview && <PreviewText language={language} subject={preview.subject} body={preview.text} />;
      }}
    </Loaded>
  );
}

function Reminder({ set, position, language }: { readonly set: RuleSet; readonly position: number; readonly language: Language }) {
  const { t } = useLingui();
  const rule = set.rules[position];
  if (!rule) throw new Error('No such rule.');
  const preview = useReminderPreview(set, rule, language);
  const [pending, setPending] = useState(false);
  const test = async (): Promise<void> => {
    setPending(true);
    const answer = await sendTest(set, position, language).finally(() => setPending(false));
    notices.say(answer.ok ? { tone: 'good', text: t`On its way to your own mailbox.` } : { tone: 'bad', text: answer.refusal.message });
  };
  return (
    <>
      <Loaded read={preview}>{({ subject, body, personName }) => <PreviewText language={language} subject={subject} body={body} whose={personName} />}</Loaded>
      <Button icon={<IconSend aria-hidden />} isPending={pending} onPress={() => void test()}>
        <Trans>Send it to me</Trans>
      </Button>
    </>
  );
}
