import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { FormDialog, NumberField, Problem, RadioGroup, Select, Skeleton, TextField } from '~/ui';
import { type BoardResource } from './model';
import { type SeriesPreview, type Site } from './operations';
import { RepeatFields, RepeatPreview } from './repeat-fields';
import { type Purpose, useBooking } from './use-booking';
import { WhenFields } from './when-fields';

interface BookDialogProps {
  readonly site: Site;
  readonly resources: readonly BoardResource[];
  readonly start: { readonly resourceId: string | undefined; readonly day: string };
  readonly onClose: () => void;
}

/** Books a room or a person's time once or every week, or takes a room out of use. A clash stays in the dialog, with the rival named. */
export default function BookDialog({ site, resources, start, onClose }: BookDialogProps) {
  const { t } = useLingui();
  const booking = useBooking({ site, resources, start, onDone: onClose });
  const { form, purpose, resource, preview, isSeries } = booking;
  const words = useWords(purpose);
  const submit = !isSeries ? words.submit : preview ? t`${plural(preview.dates.length, { one: 'Book # date', other: 'Book # dates' })}` : t`Show the dates`;
  return (
    <FormDialog isOpen onClose={onClose} title={t`Book`} submit={submit} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={hasClashes(preview)}>
      <Problem problem={form.problem} />
      <Select
        label={t`Room or person`}
        options={resources.map((one) => ({ id: one.id, name: one.name, help: one.detail || undefined }))}
        {...form.field('resourceId')}
      />
      {resource?.kind !== 'person' && <PurposeField value={purpose} onChange={booking.choose} />}
      {resource?.shared && purpose === 'booking' && <SeatsField {...form.field('seats')} />}
      <TextField label={words.title} placeholder={words.example} autoFocus {...form.field('title')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <WhenFields form={form} zone={site.zone} />
        {purpose === 'booking' && <RepeatFields form={form} />}
      </Suspense>
      {preview && <RepeatPreview preview={preview} />}
    </FormDialog>
  );
}

const hasClashes = (preview: SeriesPreview | null): boolean => preview?.dates.some(({ clashes }) => clashes.length > 0) ?? false;

function useWords(purpose: Purpose) {
  const { t } = useLingui();
  return purpose === 'booking' ? { submit: t`Book`, title: t`Title`, example: t`Information session` } : { submit: t`Take out of use`, title: t`Reason`, example: t`Painters` };
}

function PurposeField(props: { readonly value: Purpose; readonly onChange: (purpose: Purpose) => void }) {
  const { t } = useLingui();
  return (
    <RadioGroup<Purpose>
      label={t`What for`}
      options={[
        { id: 'booking', name: t`Something takes place` },
        { id: 'blocked', name: t`Cannot be used` },
      ]}
      {...props}
    />
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
