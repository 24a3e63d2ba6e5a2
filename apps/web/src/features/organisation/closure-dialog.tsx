import { useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { todayIn } from '~/lib/days';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { DateField, FormDialog, notices, Problem, Skeleton, TextField } from '~/ui';
import { addClosure, type ClosureCalendar } from './operations';
import { useSayHits } from './use-say-hits';

export function ClosureDialog({ calendar, onClose }: { readonly calendar: ClosureCalendar; readonly onClose: () => void }) {
  const { t } = useLingui();
  const sayHits = useSayHits();
  const today = todayIn(useCentre().zone);
  const form = useForm({ name: '', from: today, to: today }, (draft) => addClosure(calendar.id, draft), ({ hits }, { name }) => {
    notices.say({ tone: 'good', text: t`${name} is entered.` });
    sayHits(hits);
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Add closing days`} submit={t`Add`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`Name`} placeholder={t`Autumn holiday`} autoFocus {...form.field('name')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <div className="grid grid-cols-2 gap-4">
          <DateField label={t`First day`} {...form.field('from')} />
          <DateField label={t`Last day`} min={form.values.from} {...form.field('to')} />
        </div>
      </Suspense>
    </FormDialog>
  );
}
