import { useLingui } from '@lingui/react/macro';
import { Dialog } from '~/ui';
import { type DeskAbsence } from './my-day';
import { Proofs } from './proofs';

/** What a learner sent in, for who decides. */
export default function ProofsDialog({ absence, onClose }: { readonly absence: DeskAbsence; readonly onClose: () => void }) {
  const { t } = useLingui();
  return (
    <Dialog isOpen onClose={onClose} title={t`Proof of ${absence.personName}`}>
      <Proofs ids={absence.proofs} />
    </Dialog>
  );
}
