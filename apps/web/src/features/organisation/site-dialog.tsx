import { useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { zones } from '~/lib/zones';
import { FormDialog, notices, Problem, Select, TextField } from '~/ui';
import { saveSite, type Site, type SiteDraft } from './operations';

interface Draft extends Omit<SiteDraft, 'zone' | 'country'> {
  readonly zone: string | null;
  readonly country: string | null;
}

const countries: readonly string[] = ['BE', 'FR', 'LU', 'NL', 'DE'];

export function SiteDialog({ site, onClose }: { readonly site?: Site; readonly onClose: () => void }) {
  const { t, i18n } = useLingui();
  const centre = useCentre();
  const countryNames = new Intl.DisplayNames([i18n.locale], { type: 'region' });
  const form = useForm<Draft, unknown>(draftOf(site, centre.zone), (draft) => saveSite(centre.id, site, { ...draft, zone: draft.zone ?? '', country: draft.country ?? '' }), (_saved, { name }) => {
    notices.say({ tone: 'good', text: site ? t`Saved.` : t`${name} is there. Add its rooms now.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={site ? site.name : t`Add a site`} submit={site ? t`Save` : t`Add the site`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`Name`} autoFocus {...form.field('name')} />
      <TextField label={t`Street and number`} optional autoComplete="off" {...form.field('street')} />
      <div className="grid grid-cols-[minmax(9.5rem,1fr)_2fr] items-end gap-4">
        <TextField label={t`Postcode`} optional autoComplete="off" {...form.field('postalCode')} />
        <TextField label={t`Town`} optional autoComplete="off" {...form.field('city')} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t`Country`} options={countries.map((code) => ({ id: code, name: countryNames.of(code) ?? code }))} {...form.field('country')} />
        <Select label={t`Time zone`} options={zones(form.values.zone ?? centre.zone)} {...form.field('zone')} />
      </div>
      <TextField label={t`Hosted by`} optional help={t`The partner in whose house it is.`} {...form.field('hostedBy')} />
      <TextField label={t`How to get there`} optional lines={3} {...form.field('directions')} />
    </FormDialog>
  );
}

function draftOf(site: Site | undefined, zone: string): Draft {
  if (!site) return { name: '', street: '', postalCode: '', city: '', country: 'BE', zone, directions: '', hostedBy: '' };
  const text = (value: string | null): string => value ?? '';
  return { name: site.name, street: text(site.street), postalCode: text(site.postalCode), city: text(site.city), country: site.country, zone: site.zone, directions: text(site.directions), hostedBy: text(site.hostedBy) };
}
