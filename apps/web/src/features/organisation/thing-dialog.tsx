import { useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { FormDialog, notices, NumberField, Problem, Switch, TextField } from '~/ui';
import { saveThing, type Site, type Thing, type ThingDraft } from './operations';

interface ThingDialogProps {
  readonly site: Site;
  readonly kind: Thing['kind'];
  readonly thing?: Thing;
  readonly onClose: () => void;
}

/** A room or a piece of equipment of a site. */
export function ThingDialog({ site, kind, thing, onClose }: ThingDialogProps) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const room = kind === 'ROOM';
  const form = useForm(draftOf(thing), (draft) => saveThing({ organisationId, siteId: site.id, kind, thing }, draft), (_saved, { name }) => {
    notices.say({ tone: 'good', text: thing ? t`Saved.` : t`${name} can be booked now.` });
    onClose();
  });
  const { value: shared, onChange: onShared } = form.field('shared');
  const titleOfNew = room ? t`Add a room to ${site.name}` : t`Add equipment to ${site.name}`;
  return (
    <FormDialog isOpen onClose={onClose} title={thing?.name ?? titleOfNew} submit={thing ? t`Save` : t`Add`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`Name`} autoFocus {...form.field('name')} />
      <NumberField label={room ? t`Seats` : t`Pieces`} optional minValue={1} {...form.field('seats')} />
      <TextField label={t`What it has`} optional help={t`Separated by commas: screen, laptops, lift.`} {...form.field('features')} />
      {room && (
        <Switch isSelected={shared} onChange={onShared} help={t`Two groups may sit in it as long as the seats suffice.`}>
          {t`Shared by seats`}
        </Switch>
      )}
    </FormDialog>
  );
}

function draftOf(thing: Thing | undefined): ThingDraft {
  if (!thing) return { name: '', seats: Number.NaN, shared: false, features: '' };
  return { name: thing.name, seats: thing.seats ?? Number.NaN, shared: thing.shared, features: thing.features.join(', ') };
}
