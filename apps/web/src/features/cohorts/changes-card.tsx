import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, Card, notices, Row, Rows } from '~/ui';
import { IconHistory } from '~/ui/icons';
import { type SessionChange, undoChange } from './operations';

/** What was done to the sessions and by whom; the last word can be taken back as a whole. */
export function ChangesCard({ changes, mayUndo }: { readonly changes: readonly SessionChange[]; readonly mayUndo: boolean }) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, 5);
  return (
    <Card flush title={t`Changes`}>
      <Rows label={t`Changes`}>
        {shown.map((change) => (
          <OneChange key={change.id} change={change} mayUndo={mayUndo} />
        ))}
      </Rows>
      {changes.length > shown.length && (
        <div className="px-5 py-3">
          <Button look="quiet" onPress={() => setAll(true)}>
            <Trans>Show all {changes.length}</Trans>
          </Button>
        </div>
      )}
    </Card>
  );
}

function OneChange({ change, mayUndo }: { readonly change: SessionChange; readonly mayUndo: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  const [isPending, setPending] = useState(false);
  const count = change.sessions.length;
  const first = change.sessions[0];
  const named = first?.title.split(' · ')[0] ?? '';
  const words = { MOVED: t`${count} moved: ${named}`, CANCELLED: t`${count} cancelled: ${named}`, SUBSTITUTED: t`${count} with another trainer, room or meeting: ${named}` };
  const undo = async (): Promise<void> => {
    setPending(true);
    const answer = await undoChange(change.id).finally(() => setPending(false));
    notices.say(answer.ok ? { tone: 'good', text: t`Taken back.` } : { tone: 'bad', text: answer.refusal.message });
  };
  const help = [change.byName, times.ago(change.at), change.kind === 'MOVED' && first ? t`was ${times.moment(first.startedAt, first.zone)}` : undefined].filter(Boolean).join(' · ');
  return (
    <Row lead={<IconHistory aria-hidden />} title={words[change.kind]} help={help}>
      {change.undoneAt ? <Badge>{t`Taken back`}</Badge> : mayUndo && <Button size="small" onPress={undo} isPending={isPending}>{t`Undo`}</Button>}
    </Row>
  );
}
