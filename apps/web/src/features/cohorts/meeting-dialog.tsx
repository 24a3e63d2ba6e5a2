import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { FormDialog, Problem, TextField } from '~/ui';
import { type ChangeReason, WhoIsTold, WhyChoice } from '~/ui/why-choice';
import { refOf, substituteSessions } from './operations';
import { type DialogProps, named, type Scope, ScopeChoice, useSayChanged } from './session-dialogs';

/** Where people meet online and what they bring: said when it is known, and as often as it changes. */
export function MeetingDialog({ cohort, session, onClose }: DialogProps) {
  const { t } = useLingui();
  const say = useSayChanged();
  const [scope, setScope] = useState<Scope>('this');
  const [why, setWhy] = useState<ChangeReason | null>(null);
  const form = useForm({ link: session.link ?? '', bring: session.bring ?? '' }, (draft) => substituteSessions(refOf(cohort.id, session, scope === 'following', why), { link: draft.link.trim(), bring: draft.bring }), (changed) => {
    say(changed, t`${named(session)}: changed, ${changed.count} in all.`);
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Online meeting, what to bring`} submit={t`Change`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <ScopeChoice session={session} value={scope} onChange={setScope} />
      <TextField label={t`Online meeting`} optional placeholder="https://" inputMode="url" help={t`Another address is told to everybody concerned; the room stays.`} {...form.field('link')} />
      <TextField label={t`What to bring`} optional {...form.field('bring')} />
      <WhyChoice value={why} onChange={setWhy} />
      <WhoIsTold />
    </FormDialog>
  );
}
