import { Trans, useLingui } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { useTimes } from '~/lib/use-times';
import { Button, Card, EmptyState, notices, Page, Row, Rows, ToneIcon } from '~/ui';

/** What the app just said, to be read again; and what was sent to the person. */
export default function NoticesPage() {
  const { t } = useLingui();
  const times = useTimes();
  const said = useSyncExternalStore(notices.subscribe, notices.said);
  return (
    <Page title={t`Notices`} width="reading">
      <Card title={said.length > 0 ? t`Just now, on this device` : undefined}>
        {said.length === 0 ? (
          <EmptyState title={t`Nothing new`}>
            <Trans>What concerns you appears here: changes, reminders, and what you did a moment ago.</Trans>
          </EmptyState>
        ) : (
          <Rows label={t`Notices`}>
            {said.map((notice) => (
              <Row key={notice.id} lead={<ToneIcon tone={notice.tone} />} title={notice.text} help={times.ago(notice.at.toISOString())}>
                {notice.action && (
                  <Button size="small" look="quiet" onPress={notice.action.run}>
                    {notice.action.name}
                  </Button>
                )}
              </Row>
            ))}
          </Rows>
        )}
      </Card>
    </Page>
  );
}
