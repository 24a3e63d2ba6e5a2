import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useKeptForm } from '~/lib/use-kept-form';
import { Button, Card, Form, notices, Problem } from '~/ui';
import { KeptForField, useKeptFor } from './kept-for-field';
import { type OrganisationFacts, saveOrganisation } from './operations';

const names: Readonly<Record<string, readonly [MessageDescriptor, MessageDescriptor]>> = {
  people: [msg`Names and addresses of people`, msg`From the day they left. Counts stay, without a name.`],
  words: [msg`Words about people in the history`, msg`That something was done, when and by whom, stays by numbers.`],
  messages: [msg`Messages and notices`, msg`From the day they were written.`],
  proofs: [msg`Photos of certificates`, msg`They may tell of health: the shorter, the better.`],
};

interface RetentionProps {
  readonly organisation: OrganisationFacts;
  readonly onSaved: () => void;
}

/** How long the centre keeps what it knows, within the bounds that hold for everybody. */
export function Retention({ organisation, onSaved }: RetentionProps) {
  const { t } = useLingui();
  const said = useKeptFor();
  const rules = organisation.retention;
  const start: Record<string, number> = Object.fromEntries(rules.map(({ name, days }) => [`retention.${name}`, days]));
  const chosen = (draft: Record<string, number>) => rules.map(({ name, usual }) => ({ name, days: draft[`retention.${name}`] ?? usual })).filter(({ name, days }) => days !== rules.find((rule) => rule.name === name)?.usual);
  const form = useKeptForm({ version: organisation.version, values: start }, (draft, version) => saveOrganisation(organisation.id, version, { retention: chosen(draft) }), () => {
    notices.say({ tone: 'good', text: t`Saved.` });
    onSaved();
  });
  return (
    <Card className="max-w-2xl" title={t`How long data is kept`} intro={t`What is older goes every night, for good. The history notes every change of these figures.`}>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        {rules.map(({ name, usual, least, most }) => {
          const [label, help] = names[name] ?? [msg`Other`, msg`Other`];
          return <KeptForField key={name} label={t(label)} help={[t(help), t`From ${said(least)} to ${said(most)}, usually ${said(usual)}.`].join(' ')} {...form.field(`retention.${name}`)} />;
        })}
        <div className="form-actions">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}
