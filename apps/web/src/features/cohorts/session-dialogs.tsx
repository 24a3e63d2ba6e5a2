import { useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { type Answer, type Refusal } from '~/lib/api/answer';
import { wallTimeAt } from '~/lib/wall';
import { useForm } from '~/lib/use-form';
import { DateField, FormDialog, notices, Problem, RadioGroup, Skeleton, TimeField } from '~/ui';
import { type ChangeReason, WhoIsTold, WhyChoice } from '~/ui/why-choice';
import { cancelSessions, type Cohort, moveSessions, refOf, type Session, substituteSessions, undoChange } from './operations';
import { type Takes, TakesFields } from './takes-fields';

export interface DialogProps {
  readonly cohort: Cohort;
  readonly session: Session;
  readonly onClose: () => void;
}

export type Scope = 'this' | 'following';
interface Changed {
  readonly changeId?: string | null;
  readonly count: number;
  readonly yielded: readonly { readonly message: string }[];
}

export const named = ({ title }: Session): string => title.split(' · ')[0] ?? title;
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Says what was done, with Undo: people are told only when it stands. */
export function useSayChanged() {
  const { t } = useLingui();
  return ({ changeId, count, yielded }: Changed, text: string): void => {
    const undo = async (): Promise<void> => {
      const answer = await undoChange(changeId ?? '');
      notices.say(answer.ok ? { tone: 'good', text: t`Taken back.` } : { tone: 'bad', text: answer.refusal.message });
    };
    notices.say({ tone: 'good', text, action: changeId ? { name: t`Undo`, run: () => void undo() } : undefined });
    if (yielded.length > 0 && count > 0) notices.say({ tone: 'warn', text: t`Learners with something else at that time: ${yielded.length}.` });
  };
}

export function ScopeChoice({ session, value, onChange }: { readonly session: Session; readonly value: Scope; readonly onChange: (scope: Scope) => void }) {
  const { t } = useLingui();
  if (session.following === 0) return null;
  return (
    <RadioGroup<Scope>
      label={t`Which sessions`}
      value={value}
      onChange={onChange}
      options={[
        { id: 'this', name: t`Only this one` },
        { id: 'following', name: t`This one and the ${session.following} that follow`, help: t`Sessions moved by themselves stay where they are.` },
      ]}
    />
  );
}

export function MoveDialog({ cohort, session, onClose }: DialogProps) {
  const { t } = useLingui();
  const say = useSayChanged();
  const [scope, setScope] = useState<Scope>('this');
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const end = wallTimeAt(session.endsAt, session.zone);
  const form = useForm({ date: session.localDate, startsAt: session.localTime, endsAt: clock(end.minutes) }, (draft) => moveSessions(refOf(cohort.id, session, scope === 'following', why), draft), (changed) => {
    say(changed, t`${named(session)}: moved, ${changed.count} in all.`);
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Move ${named(session)}`} submit={t`Move`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <ScopeChoice session={session} value={scope} onChange={setScope} />
      <WhyChoice value={why} onChange={setWhy} />
      <Suspense fallback={<Skeleton height="8rem" />}>
        <DateField label={t`Day`} {...form.field('date')} />
        <div className="grid grid-cols-2 gap-4">
          <TimeField label={t`From`} {...form.field('startsAt')} />
          <TimeField label={t`Until`} {...form.field('endsAt')} />
        </div>
      </Suspense>
      <WhoIsTold />
    </FormDialog>
  );
}

export function SubstituteDialog({ cohort, session, onClose }: DialogProps) {
  const { t } = useLingui();
  const say = useSayChanged();
  const [scope, setScope] = useState<Scope>('this');
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const idsOf = (kind: 'ROOM' | 'EQUIPMENT') => session.things.filter((thing) => thing.kind === kind).map(({ id }) => id);
  const start: Takes = { trainerIds: session.trainers.map(({ id }) => id), roomIds: idsOf('ROOM'), equipmentIds: idsOf('EQUIPMENT') };
  const send = (draft: Takes): Promise<Answer<Changed>> => {
    const changed = (now: readonly string[], before: readonly string[]) => (now.join() === before.join() ? undefined : now);
    const things = ({ roomIds, equipmentIds }: Takes): readonly string[] => [...roomIds, ...equipmentIds];
    return substituteSessions(refOf(cohort.id, session, scope === 'following', why), { trainerIds: changed(draft.trainerIds, start.trainerIds), resourceIds: changed(things(draft), things(start)) });
  };
  const form = useForm(start, send, (changed) => {
    say(changed, t`${named(session)}: changed, ${changed.count} in all.`);
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Other trainer or room`} submit={t`Change`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <ScopeChoice session={session} value={scope} onChange={setScope} />
      <WhyChoice value={why} onChange={setWhy} />
      <TakesFields value={form.values} onChange={(changes) => form.set(changes)} standing={[...session.trainers, ...session.things]} />
    </FormDialog>
  );
}

export function CancelDialog({ cohort, session, onClose }: DialogProps) {
  const { t } = useLingui();
  const say = useSayChanged();
  const [scope, setScope] = useState<Scope>('this');
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const send = async (): Promise<void> => {
    setPending(true);
    const answer = await cancelSessions(refOf(cohort.id, session, scope === 'following', why)).finally(() => setPending(false));
    if (!answer.ok) return setProblem(answer.refusal);
    say(answer.value, t`${named(session)}: cancelled, ${answer.value.count} in all.`);
    onClose();
  };
  return (
    <FormDialog isOpen onClose={onClose} title={t`Cancel ${named(session)}`} submit={t`Cancel the session`} leave={t`Keep it`} onSubmit={() => void send()} isPending={isPending}>
      <Problem problem={problem} />
      <ScopeChoice session={session} value={scope} onChange={setScope} />
      <WhyChoice value={why} onChange={setWhy} />
      <WhoIsTold />
    </FormDialog>
  );
}
