import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { FormDialog, notices, Problem, RadioGroup, Select, Skeleton, TextField } from '~/ui';
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
}

type Purpose = 'booking' | 'blocked';

/** Books a room or a person's time, or takes a room out of use. A clash stays in the dialog, with the rival named. */
export default function BookDialog({ site, resources, start, onClose }: BookDialogProps) {
  const { t } = useLingui();
  const times = useTimes();
  const actions = useWeekActions(site, resources);
  const [purpose, setPurpose] = useState<Purpose>('booking');
  const first = start.resourceId ?? resources.find((one) => one.kind === 'room')?.id ?? null;
  const send = (draft: Draft) => (purpose === 'booking' ? actions.book(draft) : actions.block(draft));
  const form = useForm<Draft, unknown>({ title: '', resourceId: first, day: start.day, from: '09:00', until: '12:00' }, send, (_done, { title, day }) => {
    notices.say({ tone: 'good', text: purpose === 'booking' ? t`Booked: ${title}, ${times.day(day)}.` : t`Out of use: ${times.day(day)}.` });
    onClose();
  });
  const resource = resources.find((one) => one.id === form.values.resourceId);
  const onThing = resource?.kind !== 'person';
  return (
    <FormDialog isOpen onClose={onClose} title={t`Book`} submit={purpose === 'booking' ? t`Book` : t`Take out of use`} onSubmit={() => void form.submit()} isPending={form.isPending}>
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
      <TextField label={purpose === 'booking' ? t`Title` : t`Reason`} placeholder={purpose === 'booking' ? t`Information session` : t`Painters`} autoFocus {...form.field('title')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <WhenFields form={form} zone={site.zone} />
      </Suspense>
    </FormDialog>
  );
}
