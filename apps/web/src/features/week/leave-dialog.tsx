import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { useForm } from '~/lib/use-form';
import { Banner, Button, DateField, Dialog, FormDialog, notices, Problem, Select, Skeleton } from '~/ui';
import { type BoardResource } from './model';
import { type LeaveDraft, type Overlapped, type Site, useWeekActions } from './operations';

interface LeaveDialogProps {
  readonly site: Site;
  readonly resources: readonly BoardResource[];
  readonly day: string;
  readonly onClose: () => void;
}

/** Leave may lie over bookings: it is entered all the same, and what now needs a substitute is listed. */
export default function LeaveDialog({ site, resources, day, onClose }: LeaveDialogProps) {
  const { t } = useLingui();
  const actions = useWeekActions(site, resources);
  const [overlapped, setOverlapped] = useState<readonly Overlapped[]>([]);
  const people = resources.filter((one) => one.kind === 'person');
  const form = useForm<LeaveDraft, readonly Overlapped[]>({ personId: people[0]?.id ?? null, firstDay: day, lastDay: day }, actions.enterLeave, (found) => {
    notices.say({ tone: 'good', text: t`Leave entered.` });
    if (found.length === 0) onClose();
    else setOverlapped(found);
  });
  if (overlapped.length > 0) return <ToRepair overlapped={overlapped} onClose={onClose} />;
  return (
    <FormDialog isOpen onClose={onClose} title={t`Enter leave`} submit={t`Enter leave`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={people.length === 0}>
      <Problem problem={form.problem} />
      {people.length === 0 && <Banner>{t`Nobody works at this site yet: invite trainers and experts first.`}</Banner>}
      <Select label={t`Person`} options={people.map((one) => ({ id: one.id, name: one.name, help: one.detail || undefined }))} {...form.field('personId')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <div className="grid grid-cols-2 gap-4">
          <DateField label={t`First day`} {...form.field('firstDay')} />
          <DateField label={t`Last day`} min={form.values.firstDay} {...form.field('lastDay')} />
        </div>
      </Suspense>
      <p className="field-help">
        <Trans>The reason is not asked: it is nobody’s business.</Trans>
      </p>
    </FormDialog>
  );
}

function ToRepair({ overlapped, onClose }: { readonly overlapped: readonly Overlapped[]; readonly onClose: () => void }) {
  const { t } = useLingui();
  const foot = (
    <Button look="main" onPress={onClose}>
      <Trans>Understood</Trans>
    </Button>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t`Entered. These bookings need somebody else`} foot={foot}>
      <ul className="rows">
        {overlapped.map((one) => (
          <li key={one.message} className="py-2">
            {one.message}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
