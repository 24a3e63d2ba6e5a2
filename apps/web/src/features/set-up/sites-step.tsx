import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { Button, Card, Form, notices, Problem, Row, Rows, TextField } from '~/ui';
import { IconMapPin } from '~/ui/icons';
import { createSite, type SetUpState } from './operations';
import { StepFoot } from './step-foot';

export function SitesStep({ state, onNext }: { readonly state: SetUpState; readonly onNext: () => void }) {
  const { t } = useLingui();
  const [added, setAdded] = useState(0);
  return (
    <>
      <Card title={t`Where do you work?`} intro={t`Every place with an address. Rooms come next.`}>
        {state.sites.length > 0 && (
          <Rows label={t`Sites`}>
            {state.sites.map((site) => (
              <Row key={site.id} lead={<IconMapPin className="text-action size-5 flex-none" aria-hidden />} title={site.name} help={site.city ?? site.zone} />
            ))}
          </Rows>
        )}
        <div className={state.sites.length > 0 ? 'border-line mt-4 border-t pt-5' : ''}>
          <SiteForm key={added} first={state.sites.length === 0} onAdded={() => setAdded(added + 1)} />
        </div>
      </Card>
      <StepFoot onNext={onNext} empty={state.sites.length === 0} />
    </>
  );
}

function SiteForm({ first, onAdded }: { readonly first: boolean; readonly onAdded: () => void }) {
  const { t } = useLingui();
  const centre = useCentre();
  const form = useForm({ name: '', street: '', postalCode: '', city: '' }, (draft) => createSite(centre.id, centre.zone, draft), (_done, { name }) => {
    notices.say({ tone: 'good', text: t`${name} is there.` });
    onAdded();
  });
  return (
    <Form onSubmit={() => void form.submit()} label={t`Add a site`}>
      <Problem problem={form.problem} />
      <TextField label={t`Name`} placeholder={t`Mons, town centre`} autoFocus={first} {...form.field('name')} />
      <TextField label={t`Street and number`} optional autoComplete="off" {...form.field('street')} />
      <div className="grid grid-cols-[minmax(9.5rem,1fr)_2fr] items-end gap-4">
        <TextField label={t`Postcode`} optional autoComplete="off" {...form.field('postalCode')} />
        <TextField label={t`Town`} optional autoComplete="off" {...form.field('city')} />
      </div>
      <div className="form-actions">
        <Button look={first ? 'main' : 'soft'} type="submit" isPending={form.isPending}>
          <Trans>Add the site</Trans>
        </Button>
      </div>
    </Form>
  );
}
