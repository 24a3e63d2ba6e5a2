import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { spoken } from '~/lib/i18n/i18n';
import { Banner, Button, Checkbox, FormDialog, Segments } from '~/ui';
import { DraftPreview } from './draft-preview';
import { type Rule, type RuleSet, type Text } from './operations';
import { TextFields } from './text-fields';
import { useDraftPreview } from './use-draft-preview';

interface TextDialogProps {
  readonly set: RuleSet;
  readonly rule: Rule;
  readonly onClose: () => void;
  /** Saves all rules of the place; answers what is wrong, or null. */
  readonly onSave: (rules: readonly Rule[]) => Promise<string | null>;
}

type Drafts = Readonly<Partial<Record<Language, Text>>>;
const draftsOf = (rule: Rule): Drafts => Object.fromEntries(rule.texts.map(({ language, subject, body }) => [language, { subject, body }]));
const isSame = (one: Rule, other: Rule): boolean => languages.every((language) => JSON.stringify(draftsOf(one)[language]) === JSON.stringify(draftsOf(other)[language]));

const written = (drafts: Drafts): Rule['texts'] => languages.flatMap((language) => (drafts[language] ? [{ __typename: 'ReminderText' as const, language, ...drafts[language], misfits: [] }] : []));

/** What a reminder says, rewritten whole: one language at a time, with what the next learner would get beside it. */
export function TextDialog({ set, rule, onClose, onSave }: TextDialogProps) {
  const { t } = useLingui();
  const others = set.rules.filter((one) => one !== rule && one.trigger === rule.trigger);
  const [language, setLanguage] = useState<Language>(spoken());
  const [drafts, setDrafts] = useState(draftsOf(rule));
  const [forAll, setForAll] = useState(others.every((one) => isSame(one, rule)));
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const write = (changed: Text | undefined): void => setDrafts((before) => ({ ...before, [language]: changed }));
  const save = async (): Promise<void> => {
    setPending(true);
    const takes = (one: Rule): boolean => one === rule || (forAll && others.includes(one));
    const found = await onSave(set.rules.map((one) => (takes(one) ? { ...one, texts: written(drafts) } : one))).finally(() => setPending(false));
    setFault(found);
    if (found === null) onClose();
  };
  const back = drafts[language] && (
    <Button look="quiet" onPress={() => write(undefined)}>
      <Trans>Back to our text</Trans>
    </Button>
  );
  return (
    <FormDialog isOpen onClose={onClose} title={t`What the reminder says`} submit={t`Save`} onSubmit={() => void save()} isPending={pending} size="wide" aside={back}>
      {fault !== null && <Banner tone="bad">{fault}</Banner>}
      <Segments<Language> label={t`Language`} options={languages.map((id) => ({ id, name: id.toUpperCase(), label: nameOf[id] }))} value={language} onChange={setLanguage} />
      <OneLanguage key={language} set={set} rule={rule} language={language} own={drafts[language]} onWrite={write}>
        {others.length > 0 && (
          <Checkbox isSelected={forAll} onChange={setForAll}>
            {rule.trigger === 'BEFORE' ? t`The same text for all reminders before something starts` : t`The same text for all weekly messages`}
          </Checkbox>
        )}
      </OneLanguage>
    </FormDialog>
  );
}

interface OneLanguageProps {
  readonly set: RuleSet;
  readonly rule: Rule;
  readonly language: Language;
  readonly own: Text | undefined;
  readonly onWrite: (text: Text) => void;
  readonly children: ReactNode;
}

function OneLanguage({ set, rule, language, own, onWrite, children }: OneLanguageProps) {
  const { t } = useLingui();
  const template = set.templates.find((one) => one.trigger === rule.trigger);
  const text = own ?? template?.texts.find((one) => one.language === language) ?? { subject: '', body: '' };
  const draft = useDraftPreview(set, rule, language, text);
  const misfits = rule.texts.find((one) => one.language === language)?.misfits ?? [];
  return (
    <>
      {misfits.length > 0 && own && (
        <Banner tone="warn" title={t`This text does not fit any more. Ours is sent until it is mended.`}>
          {misfits.join(' ')}
        </Banner>
      )}
      <TextFields language={language} text={text} placeholders={template?.placeholders ?? []} faults={draft.faults} onChange={onWrite} />
      {children}
      <DraftPreview language={language} draft={draft} />
    </>
  );
}
