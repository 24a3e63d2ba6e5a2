import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { Button, Card, notices, Progress, Spinner } from '~/ui';
import { cancel, type PeopleImport } from './operations';

const POLL = 1_000;

/** The worker reads the list; this page may be left and opened again. */
export function Running({ list, again }: { readonly list: PeopleImport; readonly again: () => void }) {
  const { t } = useLingui();
  const [isPending, setPending] = useState(false);
  useEffect(() => {
    const timer = setInterval(again, POLL);
    return () => clearInterval(timer);
  }, [again]);
  const stop = async (): Promise<void> => {
    setPending(true);
    const answer = await cancel(list.id).finally(() => setPending(false));
    if (!answer.ok) notices.say({ tone: 'bad', text: answer.refusal.message });
    again();
  };
  const total = list.rowsTotal ?? 0;
  return (
    <Card title={list.dryRun ? t`Being tried` : t`Being imported`} intro={list.fileName}>
      <div className="stack">
        {total > 0 ? (
          <Progress label={t`Lines read`} value={list.rowsRead} max={total} words={t`${list.rowsRead} of ${total}`} />
        ) : (
          <p className="text-muted flex items-center gap-2" role="status">
            <Spinner label={t`The file is checked from end to end`} /> <Trans>The file is checked from end to end.</Trans>
          </p>
        )}
        <div className="form-actions">
          <Button onPress={stop} isPending={isPending}>
            <Trans>Stop</Trans>
          </Button>
          <span className="text-muted text-sm">{list.dryRun ? <Trans>You may leave this page.</Trans> : <Trans>You may leave this page. Whoever was added stays when you stop.</Trans>}</span>
        </div>
      </div>
    </Card>
  );
}
