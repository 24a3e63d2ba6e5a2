import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Banner, Button, Dialog, FileDrop, Problem } from '~/ui';
import { type ClosureCalendar, importClosures } from './operations';
import { useSayHits } from './use-say-hits';

interface Outcome {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly skipped: readonly { readonly where: string; readonly message: string }[];
}

/** The same file twice adds nothing; a line with a fault is skipped and named. */
export function ImportClosuresDialog({ calendar, onClose }: { readonly calendar: ClosureCalendar; readonly onClose: () => void }) {
  const { t } = useLingui();
  const sayHits = useSayHits();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const read = async (file: File): Promise<void> => {
    setProblem(null);
    const answer = await importClosures(calendar.id, await file.text());
    if (!answer.ok) return setProblem(answer.refusal);
    setOutcome(answer.value);
    sayHits(answer.value.hits);
  };
  const foot = (
    <Button look="main" onPress={onClose}>
      <Trans>Close</Trans>
    </Button>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t`Import closing days`} foot={foot}>
      <Problem problem={problem} />
      {outcome ? (
        <Told outcome={outcome} />
      ) : (
        <FileDrop label={t`Drop a calendar file here`} help={t`ICS of a school calendar, or CSV with name, first and last day`} accepts={['.ics', '.csv', '.txt']} onFile={(file) => void read(file)} />
      )}
    </Dialog>
  );
}

function Told({ outcome: { added, changed, unchanged, skipped } }: { readonly outcome: Outcome }) {
  const { t } = useLingui();
  return (
    <>
      <Banner tone="good" title={t`Added: ${added}. Changed: ${changed}. As before: ${unchanged}.`} />
      {skipped.length > 0 && (
        <Banner tone="warn" title={t`Skipped: ${skipped.length}`}>
          <ul>
            {skipped.map((entry) => (
              <li key={`${entry.where} ${entry.message}`}>
                <b>{entry.where}</b>: {entry.message}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
