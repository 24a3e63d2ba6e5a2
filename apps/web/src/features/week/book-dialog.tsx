import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { FormDialog, notices, NumberField, Problem, RadioGroup, Select, Skeleton, TextField } from '~/ui';
import { type BoardResource } from './model';
import { type Site, useWeekActions } from './operations';
import { type When, WhenFields } from './when-fields';

interface BookDialogProps {
  readonly site: Site;
  readonly resources: readonly BoardResource[];
  readonly start: { readonly resourceId: string | undefined; readonly day: string };
  readonly onClose: () => void;
}

interface Draft extends When {
  readonly title: string;
  readonly resourceId: string | null;
  readonly seats: number | null;
}

type Purpose = 'booking' | 'blocked';

/** Books a room or a person's time, or takes a room out of use. A clash stays in the dialog, with the rival named. */
export default function BookDialog({ site, resources, start, onClose }: BookDialogProps) {
  const { t } = useLingui();
  const times = useTimes();
  const actions = useWeekActions(site, resources);
  const [purpose, setPurpose] = useState<Purpose>('booking');
  const resourceOf = ({ resourceId }: Pick<Draft, 'resourceId'>) => resources.find((one) => one.id === resourceId);
  const first = start.resourceId ?? resources.find((one) => one.kind === 'room')?.id ?? null;
  const send = (draft: Draft) => (purpose === 'booking' ? actions.book({ ...draft, seats: resourceOf(draft)?.shared ? draft.seats : null }) : actions.block(draft));
  const form = useForm<Draft, unknown>({ title: '', resourceId: first, seats: null, day: start.day, from: '09:00', until: '12:00' }, send, (_done, { title, day }) => {
    notices.say({ tone: 'good', text: purpose === 'booking' ? t`Booked: ${title}, ${times.day(day)}.` : t`Out of use: ${times.day(day)}.` });
    onClose();
  });
  const resource = resourceOf(form.values);
  const words = purpose === 'booking' ? { submit: t`Book`, title: t`Title`, example: t`Information session` } : { submit: t`Take out of use`, title: t`Reason`, example: t`Painters` };
  const onThing = resource?.kind !== 'person';
  return (
    <FormDialog isOpen onClose={onClose} title={t`Book`} submit={words.submit} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <Select
        label={t`Room or person`}
        options={resources.map((one) => ({ id: one.id, name: one.name, help: one.detail || undefined }))}
        {...form.field('resourceId')}
      />
      {onThing && (
        <RadioGroup<Purpose>
          label={t`What for`}
          value={purpose}
          onChange={setPurpose}
          options={[
            { id: 'booking', name: t`Something takes place` },
            { id: 'blocked', name: t`Cannot be used` },
          ]}
        />
      )}
      {resource?.shared && purpose === 'booking' && <SeatsField {...form.field('seats')} />}
      <TextField label={words.title} placeholder={words.example} autoFocus {...form.field('title')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <WhenFields form={form} zone={site.zone} />
      </Suspense>
    </FormDialog>
  );
}

interface SeatsProps {
  readonly value: number | null;
  readonly onChange: (seats: number | null) => void;
  readonly error?: string;
}

/** How many seats of a shared room. */
function SeatsField({ value, onChange, ...field }: SeatsProps) {
  const { t } = useLingui();
  return <NumberField {...field} label={t`Seats`} help={t`Empty: the whole room.`} optional minValue={1} value={value ?? Number.NaN} onChange={(seats) => onChange(Number.isNaN(seats) ? null : seats)} />;
}
