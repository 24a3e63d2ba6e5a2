import { Trans, useLingui } from '@lingui/react/macro';
import { isLanguage, type Language, languages, nameOf } from '~/lib/i18n/languages';
import { useKeptForm } from '~/lib/use-kept-form';
import { hasRole, useCentre } from '~/lib/viewer';
import { zones } from '~/lib/zones';
import { Banner, Button, Card, CheckboxGroup, Form, Loaded, notices, Problem, Select, Switch, TextField } from '~/ui';
import { MessageHours } from './message-hours';
import { RemoveDemo } from './remove-demo';
import { Retention } from './retention';
import { type OrganisationFacts, saveOrganisation, useOrganisation } from './operations';

export function General() {
  const centre = useCentre();
  const organisation = useOrganisation(centre.id);
  const mayChange = hasRole(centre, 'manager');
  return <Loaded read={organisation}>{(facts) => (
        <div className="stack">
          <Facts organisation={facts} />
          {mayChange && <MessageHours organisation={facts} onSaved={organisation.again} />}
          {mayChange && <Retention organisation={facts} onSaved={organisation.again} />}
          {facts.isDemo && <RemoveDemo organisationId={facts.id} />}
        </div>
      )}</Loaded>;
}

interface Draft {
  readonly name: string;
  readonly zone: string | null;
  readonly languages: readonly Language[];
  readonly defaultLanguage: Language | null;
  readonly secondFactorDemanded: boolean;
}

function Facts({ organisation }: { readonly organisation: OrganisationFacts }) {
  const { t } = useLingui();
  const mayChange = hasRole(useCentre(), 'manager');
  const start: Draft = {
    name: organisation.name,
    zone: organisation.zone,
    languages: languages.filter((language) => organisation.languages.includes(language)),
    defaultLanguage: isLanguage(organisation.defaultLanguage) ? organisation.defaultLanguage : null,
    secondFactorDemanded: organisation.secondFactorDemanded,
  };
  const send = (draft: Draft, version: number) => saveOrganisation(organisation.id, version, { ...draft, zone: draft.zone ?? '', defaultLanguage: draft.defaultLanguage ?? '' });
  const form = useKeptForm({ version: organisation.version, values: start }, send, () => notices.say({ tone: 'good', text: t`Saved.` }));
  const locked = mayChange ? {} : { isDisabled: true };
  const options = languages.map((language) => ({ id: language, name: nameOf[language] }));
  return (
    <Card className="max-w-2xl">
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        <TextField label={t`Name of the centre`} {...form.field('name')} isReadOnly={!mayChange} />
        <Select label={t`Time zone`} options={zones(organisation.zone)} {...form.field('zone')} {...locked} />
        <CheckboxGroup label={t`Languages`} help={t`In which people may read and get mails.`} options={options} {...form.field('languages')} {...locked} />
        <Select label={t`Language of those who chose none`} options={options} {...form.field('defaultLanguage')} {...locked} />
        {!mayChange && (
          <p className="field-help">
            <Trans>Managers of the centre change these settings.</Trans>
          </p>
        )}
        {mayChange && (
          <DemandSwitch {...form.field('secondFactorDemanded')} />
        )}
        {mayChange && (
          <div className="form-actions">
            <Button look="main" type="submit" isPending={form.isPending}>
              <Trans>Save</Trans>
            </Button>
          </div>
        )}
      </Form>
    </Card>
  );
}

interface DemandProps {
  readonly value: boolean;
  readonly onChange: (demanded: boolean) => void;
  readonly error?: string;
}

function DemandSwitch({ value, onChange, error }: DemandProps) {
  const { t } = useLingui();
  return (
    <div className="grid gap-2">
      <Switch isSelected={value} onChange={onChange} help={t`A code of their telephone beside the password. Whoever has none sets one up before anything else opens.`}>
        {t`Managers and coordinators need a second factor`}
      </Switch>
      {error !== undefined && <Banner tone="bad">{error}</Banner>}
    </div>
  );
}
