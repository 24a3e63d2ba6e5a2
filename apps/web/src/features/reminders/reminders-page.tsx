import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCentre } from '~/lib/viewer';
import { Badge, Button, Card, ConfirmDialog, Loaded, notices, Page, Row, Rows } from '~/ui';
import { IconPlus } from '~/ui/icons';
import { type Rule, type RuleSet, saveRules, useRules } from './operations';
import { Previews } from './previews';
import { newRule, RuleDialog } from './rule-dialog';
import { useRuleText } from './use-rule-text';

/** M2: when people are reminded, and how it looks. */
export default function RemindersPage() {
  const { t } = useLingui();
  const centre = useCentre();
  const rules = useRules(centre.id);
  return (
    <Page title={t`Reminders`} intro={t`Changes are told at once, always. These rules decide what is reminded of beside them.`}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <Loaded read={rules}>{(set) => <Rules set={set} />}</Loaded>
        <Previews organisationId={centre.id} />
      </div>
    </Page>
  );
}

function Rules({ set }: { readonly set: RuleSet }) {
  const { t } = useLingui();
  const text = useRuleText();
  const [edited, setEdited] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const save = async (rules: readonly Rule[] | null): Promise<string | null> => {
    const answer = await saveRules(set, rules);
    if (answer.ok) notices.say({ tone: 'good', text: t`Saved. What is to come is planned anew.` });
    return answer.ok ? null : ([answer.refusal.message, ...answer.refusal.faults.map((fault) => fault.message)].join(' '));
  };
  const remove = async (index: number): Promise<void> => {
    const before = set.rules;
    const fault = await save(before.filter((_, place) => place !== index));
    if (fault !== null) notices.say({ tone: 'bad', text: fault });
  };
  const rule = edited === null ? undefined : (set.rules[edited] ?? newRule);
  return (
    <Card
      title={t`Rules`}
      intro={set.isOwn ? t`Your centre’s own rules` : t`The usual rules. The first change makes them your own.`}
      actions={
        <Button size="small" icon={<IconPlus aria-hidden />} onPress={() => setEdited(set.rules.length)}>
          <Trans>Add a rule</Trans>
        </Button>
      }
    >
      <Rows label={t`Rules`}>
        {set.rules.map((one, index) => (
          <Row key={index} title={text.when(one)} help={text.whom(one)}>
            {one.notes.length > 0 && <Badge>{t`with a sentence of yours`}</Badge>}
            <Button size="small" onPress={() => setEdited(index)}>
              <Trans>Change</Trans>
            </Button>
            <Button size="small" look="quiet-danger" onPress={() => void remove(index)}>
              <Trans>Remove</Trans>
            </Button>
          </Row>
        ))}
      </Rows>
      {set.rules.length === 0 && <p className="text-muted">{t`Nobody is reminded of anything. Changes are still told at once.`}</p>}
      {set.isOwn && (
        <Button look="quiet" size="small" onPress={() => setAsking(true)}>
          <Trans>Back to the usual rules</Trans>
        </Button>
      )}
      {rule && (
        <RuleDialog
          rule={rule}
          onClose={() => setEdited(null)}
          onSave={(changed) => save(edited !== null && edited < set.rules.length ? set.rules.map((one, index) => (index === edited ? changed : one)) : [...set.rules, changed])}
        />
      )}
      <ConfirmDialog isOpen={asking} onClose={() => setAsking(false)} title={t`Back to the usual rules?`} confirm={t`Give up the own rules`} onConfirm={() => void save(null).then(() => setAsking(false))}>
        <Trans>Your own rules and sentences are deleted. What is to come is planned by the usual rules.</Trans>
      </ConfirmDialog>
    </Card>
  );
}
