import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { useHalfDays } from '~/lib/use-half-days';
import { Button, FormDialog, notices, Problem } from '~/ui';
import { type DayAbsence, removeProof } from './my-day';
import { addProof } from './photo';
import { PhotoField } from './photo-field';
import { Proofs } from './proofs';

/** The papers of one absence: shown, added, taken away while nobody has decided. */
export default function ProofDialog({ absence, onClose }: { readonly absence: DayAbsence; readonly onClose: () => void }) {
  const { t } = useLingui();
  const halfDays = useHalfDays();
  const [gone, setGone] = useState<readonly string[]>([]);
  const form = useForm<{ photo: File | null }, unknown>(
    { photo: null },
    ({ photo }) => (photo ? addProof(absence.id, photo) : Promise.resolve({ ok: true, value: undefined })),
    () => {
      notices.say({ tone: 'good', text: t`The photo is with your centre.` });
      onClose();
    },
  );
  const { photo } = form.values;
  const remove = async (id: string): Promise<void> => {
    const answer = await removeProof(id);
    if (answer.ok) setGone([...gone, id]);
    else notices.say({ tone: 'bad', text: answer.refusal.message });
  };
  const kept = absence.proofs.filter((id) => !gone.includes(id));
  return (
    <FormDialog isOpen onClose={onClose} title={t`Proof: ${halfDays(absence)}`} submit={t`Send the photo`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={photo === null}>
      <Problem problem={form.problem} />
      <Proofs ids={kept} action={(id) => <Button size="small" look="quiet" onPress={() => void remove(id)}>{t`Remove`}</Button>} />
      <PhotoField photo={photo} onPhoto={(next) => form.set({ photo: next })} />
      <p className="field-help">
        <Trans>Cover what says why you were ill: nobody needs it. Only you and who decides about absences see the photo; where it was taken is left out.</Trans>
      </p>
    </FormDialog>
  );
}
