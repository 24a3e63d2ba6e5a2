import { useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { FormDialog, notices, Problem, Select } from '~/ui';
import { type Cohort, type Learner, transferLearner, useCohorts } from './operations';
import { useCohortWord } from './use-cohort-word';

/** Another cohort: the seat there is taken and the one here given back, or nothing happens. */
export function TransferDialog({ cohort, learner, onClose }: { readonly cohort: Cohort; readonly learner: Learner; readonly onClose: () => void }) {
  const { t } = useLingui();
  const word = useCohortWord();
  const others = useCohorts({ organisationId: useCentre().id, states: ['DRAFT', 'OPEN', 'CONFIRMED', 'RUNNING'] }).data?.cohorts.filter(({ id }) => id !== cohort.id) ?? [];
  const form = useForm<{ readonly toCohortId: string | null }, unknown>({ toCohortId: null }, ({ toCohortId }) => transferLearner(cohort.id, learner.personId, toCohortId ?? cohort.id), (_done, { toCohortId }) => {
    const name = others.find(({ id }) => id === toCohortId)?.name ?? '';
    notices.say({ tone: 'good', text: t`${learner.name} is in ${name} now, with its sessions to come.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Move ${learner.name} to another cohort`} submit={t`Move`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={form.values.toCohortId === null}>
      <Problem problem={form.problem} />
      <Select label={word} options={others.map(({ id, name, capacity, enrolled }) => ({ id, name, help: t`${Math.max(0, capacity - enrolled)} free seats` }))} {...form.field('toCohortId')} />
    </FormDialog>
  );
}
