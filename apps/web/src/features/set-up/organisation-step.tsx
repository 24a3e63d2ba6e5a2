import { Trans, useLingui } from '@lingui/react/macro';
import { spoken } from '~/lib/i18n/i18n';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { ownZone } from '~/lib/time';
import { useForm } from '~/lib/use-form';
import { rememberCentre, useViewer } from '~/lib/viewer';
import { zones } from '~/lib/zones';
import { Button, Card, CheckboxGroup, Form, Problem, Select, TextField } from '~/ui';
import { createOrganisation } from './operations';

interface Draft {
  readonly name: string;
  readonly zone: string | null;
  readonly languages: readonly Language[];
  readonly defaultLanguage: Language | null;
}

/** The first thing: the centre itself. Whoever makes it becomes its first manager. */
export function OrganisationStep() {
  const { t } = useLingui();
  const viewer = useViewer();
  const zone = ownZone() === 'UTC' ? 'Europe/Brussels' : ownZone();
  const [givenName = viewer.name, ...rest] = viewer.name.split(' ');
  const founder = { givenName, familyName: rest.join(' '), email: viewer.email, language: spoken() };
  const start: Draft = { name: '', zone, languages, defaultLanguage: spoken() };
  const send = (draft: Draft) => createOrganisation({ ...draft, zone: draft.zone ?? '', defaultLanguage: draft.defaultLanguage ?? '', founder });
  const form = useForm(start, send, ({ id }) => {
    rememberCentre(id);
    // The person has new rights: a whole page load brings the session and the shell up to them.
    location.assign('/welcome?step=sites');
  });
  const options = languages.map((language) => ({ id: language, name: nameOf[language] }));
  return (
    <Card title={t`Your centre`} intro={t`As people outside know it.`}>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        <TextField label={t`Name of the centre`} autoFocus {...form.field('name')} />
        <Select label={t`Time zone`} options={zones(zone)} {...form.field('zone')} />
        <CheckboxGroup label={t`Languages`} help={t`In which people may read and get mails.`} options={options} {...form.field('languages')} />
        <Select label={t`Language of those who chose none`} options={options} {...form.field('defaultLanguage')} />
        <div className="form-actions justify-end">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Create the centre</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}
