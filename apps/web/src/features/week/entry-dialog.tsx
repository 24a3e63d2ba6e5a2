import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { capitalised } from '~/lib/time';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { Button, ConfirmDialog, Dialog, Facts, FormDialog, notices, Problem, Select, Skeleton } from '~/ui';
import { type ChangeReason, WhoIsTold, WhyChoice } from '~/ui/why-choice';
import { type BoardEntry, type BoardResource, clockOf, minutesOf } from './model';
import { type Site, useWeekActions } from './operations';
import { type When, WhenFields } from './when-fields';

interface EntryDialogProps {
  readonly site: Site;
  readonly entry: BoardEntry;
  readonly resources: readonly BoardResource[];
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

/** One booking or absence: what it is, and what may be done with it. */
export default function EntryDialog(props: EntryDialogProps) {
  const [stage, setStage] = useState<'look' | 'move' | 'cancel'>('look');
  if (stage === 'move') return <MoveDialog {...props} onBack={() => setStage('look')} />;
  if (stage === 'cancel') return <CancelDialog {...props} onBack={() => setStage('look')} />;
  return <LookDialog {...props} onMove={() => setStage('move')} onCancel={() => setStage('cancel')} />;
}

function LookDialog({ entry, resources, mayChange, onClose, onMove, onCancel }: EntryDialogProps & { readonly onMove: () => void; readonly onCancel: () => void }) {
  const { t } = useLingui();
  const times = useTimes();
  const whole = entry.from <= 0 && entry.until >= 24 * 60;
  const changeable = mayChange && entry.movable;
  const foot = (
    <>
      {changeable && (
        <Button look="quiet-danger" className="mr-auto" onPress={onCancel}>
          {entry.kind === 'booking' ? <Trans>Cancel the booking</Trans> : <Trans>Take back</Trans>}
        </Button>
      )}
      {changeable && entry.kind === 'booking' && (
        <Button onPress={onMove}>
          <Trans>Move</Trans>
        </Button>
      )}
      <Button look="main" onPress={onClose}>
        <Trans>Close</Trans>
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={entry.title} foot={foot}>
      <Facts
        facts={[
          { name: t`Day`, value: capitalised(times.day(entry.day)) },
          { name: t`Time`, value: <time>{whole ? t`all day` : `${clockOf(entry.from)}–${clockOf(entry.until)}`}</time> },
          { name: t`Room or person`, value: resources.find((one) => one.id === entry.resourceId)?.name ?? '' },
        ]}
      />
    </Dialog>
  );
}

interface StageProps extends EntryDialogProps {
  readonly onBack: () => void;
}

function MoveDialog({ site, entry, resources, onClose, onBack }: StageProps) {
  const { t } = useLingui();
  const actions = useWeekActions(site, resources);
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const form = useForm<When & { readonly resourceId: string | null }, unknown>(
    { resourceId: entry.resourceId, day: entry.day, from: clockOf(entry.from), until: clockOf(entry.until) },
    (draft) => actions.move({ entry, resourceId: draft.resourceId ?? entry.resourceId, day: draft.day, from: minutesOf(draft.from), until: minutesOf(draft.until), why }),
    () => {
      notices.say({ tone: 'good', text: t`${entry.title} moved.` });
      onClose();
    },
  );
  const sameKind = resources.filter((one) => one.kind === resources.find((own) => own.id === entry.resourceId)?.kind);
  return (
    <FormDialog isOpen onClose={onBack} title={t`Move ${entry.title}`} submit={t`Move`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <Select label={t`Room or person`} options={sameKind.map((one) => ({ id: one.id, name: one.name, help: one.detail || undefined }))} {...form.field('resourceId')} />
      <Suspense fallback={<Skeleton height="4rem" />}>
        <WhenFields form={form} zone={site.zone} />
      </Suspense>
      {entry.told > 0 && (
        <>
          <WhyChoice value={why} onChange={setWhy} />
          <WhoIsTold />
        </>
      )}
    </FormDialog>
  );
}

function CancelDialog({ site, entry, resources, onClose, onBack }: StageProps) {
  const { t } = useLingui();
  const times = useTimes();
  const actions = useWeekActions(site, resources);
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const cancel = async (): Promise<void> => {
    setPending(true);
    const answer = await (entry.kind === 'booking' ? actions.cancel(entry, why) : actions.endAbsence(entry)).finally(() => setPending(false));
    if (!answer.ok) return setProblem(answer.refusal);
    notices.say({ tone: 'good', text: entry.kind === 'booking' ? t`${entry.title} cancelled.` : t`${entry.title} taken back.` });
    onClose();
  };
  const confirm = entry.kind === 'booking' ? t`Cancel the booking` : t`Take back`;
  return (
    <ConfirmDialog isOpen onClose={onBack} title={`${confirm}?`} confirm={confirm} leave={entry.kind === 'booking' ? t`Keep it` : undefined} onConfirm={() => void cancel()} isPending={isPending}>
      <Problem problem={problem} />
      <p>
        <Trans>
          {entry.title}, {times.day(entry.day)}, {clockOf(entry.from)}–{clockOf(entry.until)}. The place is free again at once.
        </Trans>
      </p>
      {entry.told > 0 && (
        <>
          <WhyChoice value={why} onChange={setWhy} />
          <WhoIsTold />
        </>
      )}
    </ConfirmDialog>
  );
}
