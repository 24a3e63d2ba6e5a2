import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTimes } from '~/lib/use-times';
import { FormDialog } from '~/ui';
import { type ChangeReason, WhoIsTold, WhyChoice } from '~/ui/why-choice';
import { type BoardResource, clockOf, type Move } from './model';

interface MoveReasonProps {
  readonly wanted: Move;
  readonly resources: readonly BoardResource[];
  readonly onMove: (move: Move) => void;
  readonly onClose: () => void;
}

/** Put down by hand where people will be told of it: asks why before it moves. */
export default function MoveReasonDialog({ wanted, resources, onMove, onClose }: MoveReasonProps) {
  const { t } = useLingui();
  const times = useTimes();
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const { entry, resourceId, day, from, until } = wanted;
  const name = resources.find(({ id }) => id === resourceId)?.name ?? '';
  return (
    <FormDialog isOpen onClose={onClose} title={t`Move ${entry.title}`} submit={t`Move`} onSubmit={() => onMove({ ...wanted, why })}>
      <p>
        <Trans>
          To {name}, {times.day(day)}, {clockOf(from)}–{clockOf(until)}.
        </Trans>
      </p>
      <WhyChoice value={why} onChange={setWhy} />
      <WhoIsTold />
    </FormDialog>
  );
}
