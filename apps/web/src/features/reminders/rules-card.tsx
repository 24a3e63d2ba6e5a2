import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Badge, Button, Card, ConfirmDialog, notices, Row, Rows } from '~/ui';
import { IconPlus } from '~/ui/icons';
import { type Rule, type RuleSet, saveRules } from './operations';
import { newRule, RuleDialog } from './rule-dialog';
import { TextDialog } from './text-dialog';
import { useRuleText } from './use-rule-text';

interface Edited {
  readonly index: number;
  readonly what: 'rule' | 'text';
}

/** Every change is saved at once and for all rules of the place; what is to come is planned anew. */
export function RulesCard({ set }: { readonly set: RuleSet }) {
  const { t } = useLingui();
  const [edited, setEdited] = useState<Edited | null>(null);
  const save = async (rules: readonly Rule[] | null): Promise<string | null> => {
    const answer = await saveRules(set, rules);
    if (answer.ok) notices.say({ tone: 'good', text: t`Saved. What is to come is planned anew.` });
    return answer.ok ? null : [answer.refusal.message, ...answer.refusal.faults.map((fault) => fault.message)].join(' ');
  };
  const put = (changed: Rule): Promise<string | null> =>
    save(edited && edited.index < set.rules.length ? set.rules.map((one, index) => (index === edited.index ? changed : one)) : [...set.rules, changed]);
  const add = (
    <Button size="small" icon={<IconPlus aria-hidden />} onPress={() => setEdited({ index: set.rules.length, what: 'rule' })}>
      <Trans>Add a rule</Trans>
    </Button>
  );
  return (
    <Card title={t`Rules`} intro={<Whose set={set} />} actions={add}>
      <Rows label={t`Rules`}>
        {set.rules.map((one, index) => (
          <RuleRow key={index} rule={one} onChange={() => setEdited({ index, what: 'rule' })} onText={() => setEdited({ index, what: 'text' })} onRemove={() => save(set.rules.filter((_, place) => place !== index))} />
        ))}
      </Rows>
      {set.rules.length === 0 && <p className="text-muted">{t`Nobody is reminded of anything. Changes are still told at once.`}</p>}
      {set.isOwn && <Back isCohort={set.scopeId !== null} onBack={() => save(null)} />}
      {edited && <Editor set={set} edited={edited} onClose={() => setEdited(null)} onPut={put} onSave={save} />}
    </Card>
  );
}

interface EditorProps {
  readonly set: RuleSet;
  readonly edited: Edited;
  readonly onClose: () => void;
  readonly onPut: (rule: Rule) => Promise<string | null>;
  readonly onSave: (rules: readonly Rule[]) => Promise<string | null>;
}

function Editor({ set, edited, onClose, onPut, onSave }: EditorProps) {
  const rule = set.rules[edited.index] ?? newRule;
  return edited.what === 'rule' ? <RuleDialog rule={rule} onClose={onClose} onSave={onPut} /> : <TextDialog set={set} rule={rule} onClose={onClose} onSave={onSave} />;
}

function Whose({ set }: { readonly set: RuleSet }) {
  const { t } = useLingui();
  if (set.scopeId !== null) return <>{set.isOwn ? t`Rules of this cohort. They hold instead of the centre’s.` : t`As the centre. The first change makes them rules of this cohort.`}</>;
  return <>{set.isOwn ? t`Your centre’s own rules` : t`The usual rules. The first change makes them your own.`}</>;
}

interface RuleRowProps {
  readonly rule: Rule;
  readonly onChange: () => void;
  readonly onText: () => void;
  readonly onRemove: () => Promise<string | null>;
}

function RuleRow({ rule, onChange, onText, onRemove }: RuleRowProps) {
  const { t } = useLingui();
  const text = useRuleText();
  const remove = async (): Promise<void> => {
    const fault = await onRemove();
    if (fault !== null) notices.say({ tone: 'bad', text: fault });
  };
  const own = rule.texts.map(({ language }) => language.toUpperCase()).join(', ');
  return (
    <Row title={text.when(rule)} help={text.whom(rule)}>
      <div className="flex flex-wrap items-center gap-2">
        {own !== '' && <Badge>{t`own text: ${own}`}</Badge>}
        {rule.texts.some(({ misfits }) => misfits.length > 0) && <Badge tone="warn">{t`does not fit any more: ours is sent`}</Badge>}
        <Button size="small" onPress={onChange}>
          <Trans>Change</Trans>
        </Button>
        <Button size="small" onPress={onText}>
          <Trans>Text</Trans>
        </Button>
        <Button size="small" look="quiet-danger" onPress={() => void remove()}>
          <Trans>Remove</Trans>
        </Button>
      </div>
    </Row>
  );
}

/** Back to what holds above. */
function Back({ isCohort, onBack }: { readonly isCohort: boolean; readonly onBack: () => Promise<string | null> }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const back = async (): Promise<void> => {
    const fault = await onBack();
    if (fault !== null) notices.say({ tone: 'bad', text: fault });
    setAsking(false);
  };
  return (
    <>
      <Button look="quiet" size="small" onPress={() => setAsking(true)}>
        {isCohort ? t`As the centre` : t`Back to the usual rules`}
      </Button>
      <ConfirmDialog isOpen={asking} onClose={() => setAsking(false)} title={isCohort ? t`As the centre?` : t`Back to the usual rules?`} confirm={t`Give up the own rules`} onConfirm={() => void back()}>
        {isCohort ? t`Rules and texts of this cohort are deleted. What is to come is planned by the centre’s rules.` : t`Your own rules and texts are deleted. What is to come is planned by the usual rules.`}
      </ConfirmDialog>
    </>
  );
}
