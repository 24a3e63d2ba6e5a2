import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { FormDialog, notices, Problem } from '~/ui';
import { SelectFound } from '~/ui/select-found';
import { type Cohort, type Learner, transferLearner, useCohorts } from './operations';
import { useCohortWord } from './use-cohort-word';

/** Another cohort: the seat there is taken and the one here given back, or nothing happens. */
export function TransferDialog({ cohort, learner, onClose }: { readonly cohort: Cohort; readonly learner: Learner; readonly onClose: () => void }) {
  const { t } = useLingui();
  const word = useCohortWord();
  const [text, setText] = useState('');
  const [chosenName, setChosenName] = useState<string | undefined>();
  const found = useCohorts({ organisationId: useCentre().id, states: ['DRAFT', 'OPEN', 'CONFIRMED', 'RUNNING'], text: text.trim() || undefined }).data;
  const others = found?.cohorts.filter(({ id }) => id !== cohort.id) ?? [];
  const form = useForm<{ readonly toCohortId: string | null }, unknown>({ toCohortId: null }, ({ toCohortId }) => transferLearner(cohort.id, learner.personId, toCohortId ?? cohort.id), () => {
    const name = chosenName ?? '';
    notices.say({ tone: 'good', text: t`${learner.name} is in ${name} now, with its sessions to come.` });
    onClose();
  });
  const { onChange, ...field } = form.field('toCohortId');
  const choose = (toCohortId: string): void => {
    setChosenName(others.find(({ id }) => id === toCohortId)?.name);
    onChange(toCohortId);
  };
  return (
    <FormDialog isOpen onClose={onClose} title={t`Move ${learner.name} to another cohort`} submit={t`Move`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={form.values.toCohortId === null}>
      <Problem problem={form.problem} />
      <SelectFound
        {...{ ...field, text, onText: setText, onChange: choose, chosenName, label: word }}
        options={others.map((one) => ({ id: one.id, name: one.name, help: t`${Math.max(0, one.capacity - one.enrolled)} free seats` }))}
        hasMore={(found?.next ?? null) !== null}
      />
    </FormDialog>
  );
}
