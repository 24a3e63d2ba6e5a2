import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { Banner, CheckboxGroup, FormDialog, NumberField, RadioGroup, Segments, Skeleton, Switch, TimeField } from '~/ui';
import { plusDays } from '~/lib/days';
import { type Rule } from './operations';
import { kindNames, partNames } from './words';

export const newRule: Rule = { __typename: 'ReminderRule', trigger: 'BEFORE', kinds: ['workshop'], parts: ['LEARNER'], firstOnly: false, amount: 24, unit: 'HOURS', weekday: null, at: null, texts: [] };

type Part = Rule['parts'][number];
const parts = Object.keys(partNames) as Part[];
const kinds = Object.keys(kindNames);

interface RuleDialogProps {
  readonly rule: Rule;
  readonly onClose: () => void;
  /** Answers what is wrong, or null. */
  readonly onSave: (rule: Rule) => Promise<string | null>;
}

export function RuleDialog({ rule, onClose, onSave }: RuleDialogProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(rule);
  const [fault, setFault] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const set = (changes: Partial<Rule>): void => setDraft((before) => ({ ...before, ...changes }));
  const save = async (): Promise<void> => {
    setPending(true);
    const found = await onSave(draft).finally(() => setPending(false));
    setFault(found);
    if (found === null) onClose();
  };
  return (
    <FormDialog isOpen onClose={onClose} title={t`When people are reminded`} submit={t`Save`} onSubmit={() => void save()} isPending={pending} size="wide">
      {fault !== null && <Banner tone="bad">{fault}</Banner>}
      <RadioGroup<Rule['trigger']>
        label={t`What kind of reminder`}
        look="cards"
        options={[{ id: 'BEFORE', name: t`Before something starts` }, { id: 'WEEKLY', name: t`The week to come, in one message` }]}
        value={draft.trigger}
        onChange={(trigger) => set({ texts: trigger === rule.trigger ? rule.texts : [], ...(trigger === 'WEEKLY' ? { trigger, weekday: 5, at: '15:00', amount: null, unit: null, firstOnly: false } : { trigger, weekday: null, at: null, amount: 24, unit: 'HOURS' as const }) })}
      />
      {draft.trigger === 'BEFORE' ? <Before draft={draft} set={set} /> : <Weekly draft={draft} set={set} />}
      <CheckboxGroup<Part> label={t`Whom`} options={parts.map((id) => ({ id, name: t(partNames[id]) }))} value={draft.parts} onChange={(chosen) => set({ parts: chosen })} />
    </FormDialog>
  );
}

interface PartProps {
  readonly draft: Rule;
  readonly set: (changes: Partial<Rule>) => void;
}

function Before({ draft, set }: PartProps) {
  const { t } = useLingui();
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <NumberField label={t`How long before`} value={draft.amount ?? 1} onChange={(amount) => set({ amount })} />
        <Segments<'HOURS' | 'DAYS'> label={t`Unit`} options={[{ id: 'HOURS', name: t`hours` }, { id: 'DAYS', name: t`days` }]} value={draft.unit ?? 'HOURS'} onChange={(unit) => set({ unit, at: null })} />
      </div>
      <p className="field-help">{t`24 hours is elapsed time. 1 day keeps the time of day, also when the clocks change in between.`}</p>
      <Switch isSelected={draft.firstOnly} onChange={(firstOnly) => set({ firstOnly, kinds: firstOnly ? [] : draft.kinds })}>
        {t`Only the first day of a cohort or series`}
      </Switch>
      {!draft.firstOnly && <CheckboxGroup<string> label={t`Of what (nothing chosen: of everything)`} options={kinds.map((id) => ({ id, name: kindNames[id] ? t(kindNames[id]) : id }))} value={draft.kinds} onChange={(chosen) => set({ kinds: chosen })} />}
    </>
  );
}

function Weekly({ draft, set }: PartProps) {
  const { t, i18n } = useLingui();
  const days = ['1', '2', '3', '4', '5', '6', '7'] as const;
  const nameOfDay = (day: string): string => i18n.date(new Date(`${plusDays('2026-11-23', Number(day) - 1)}T12:00:00Z`), { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className="grid items-end gap-4">
      <Segments label={t`On which day`} options={days.map((id) => ({ id, name: nameOfDay(id) }))} value={days.find((day) => Number(day) === draft.weekday) ?? '5'} onChange={(day) => set({ weekday: Number(day) })} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <TimeField label={t`At what time`} value={draft.at?.slice(0, 5) ?? ''} onChange={(at) => set({ at })} />
      </Suspense>
    </div>
  );
}
