import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { absenceStates } from '~/lib/half-days';
import { useHalfDays } from '~/lib/use-half-days';
import { Button, Card, notices, Row, Rows } from '~/ui';
import { type DayAbsence, withdrawAbsence } from './my-day';

const ProofDialog = lazy(() => import('./proof-dialog'));

/** What the person announced, what became of it, and its proof. */
export default function MyAbsences({ absences }: { readonly absences: readonly DayAbsence[] }) {
  const { t } = useLingui();
  const halfDays = useHalfDays();
  const [open, setOpen] = useState<string | null>(null);
  const takeBack = async (absence: DayAbsence): Promise<void> => {
    const answer = await withdrawAbsence(absence);
    notices.say(answer.ok ? { tone: 'good', text: t`Taken back: you are expected again.` } : { tone: 'bad', text: answer.refusal.message });
  };
  const shown = absences.find((absence) => absence.id === open);
  return (
    <Card title={t`My absences`}>
      <Rows label={t`My absences`}>
        {absences.map((absence) => (
          <Row key={absence.id} title={halfDays(absence)} help={<State absence={absence} />}>
            {absence.state === 'TO_JUSTIFY' && (
              <span className="flex flex-wrap justify-end gap-1">
                <Button size="small" look="quiet" onPress={() => setOpen(absence.id)}>
                  <Trans>Proof</Trans>
                </Button>
                <Button size="small" look="quiet" onPress={() => void takeBack(absence)}>
                  <Trans>I can come</Trans>
                </Button>
              </span>
            )}
          </Row>
        ))}
      </Rows>
      <Suspense>{shown && <ProofDialog absence={shown} onClose={() => setOpen(null)} />}</Suspense>
    </Card>
  );
}

function State({ absence }: { readonly absence: DayAbsence }) {
  const { t } = useLingui();
  const count = absence.proofs.length;
  return (
    <>
      {t(absenceStates[absence.state])}
      {count > 0 && (
        <>
          {' · '}
          <Plural value={count} one="# photo" other="# photos" />
        </>
      )}
    </>
  );
}
