import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState, useSyncExternalStore } from 'react';
import { useTimes } from '~/lib/use-times';
import { Button, ButtonAnchor, Card, EmptyState, Loaded, notices as said, Page, Pagination, Row, Rows, ToneIcon } from '~/ui';
import { type Notice, useMarkRead, useNotices } from './notices';

/** What concerns the person, and what the app just said, to be read again. */
export default function NoticesPage() {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | undefined>();
  const page = useNotices(after);
  const { isRead, mark } = useMarkRead(() => said.say({ tone: 'bad', text: t`Nobody answered: it is still unread. Check your connection and try again.` }));
  const unread = page.data?.notices.filter((notice) => !isRead(notice)) ?? [];
  const actions = unread.length > 0 && (
    <Button onPress={() => void mark(unread, true)}>
      <Trans>Mark all as read</Trans>
    </Button>
  );
  return (
    <Page title={t`Notices`} width="reading" actions={actions}>
      <div className="stack">
        <JustSaid />
        <Card flush>
          <Loaded read={page}>
            {({ notices, next }) =>
              notices.length === 0 ? (
                <EmptyState title={t`Nothing new`}>
                  <Trans>What concerns you appears here: changes, reminders, and what you did a moment ago.</Trans>
                </EmptyState>
              ) : (
                <>
                  <div className="px-5">
                    <Rows label={t`Notices`}>
                      {notices.map((notice) => (
                        <Line key={notice.id} notice={notice} fresh={!isRead(notice)} onRead={() => void mark([notice], false)} />
                      ))}
                    </Rows>
                  </div>
                  {(next !== null || after !== undefined) && (
                    <Pagination shown={notices.length} onNext={next === null ? undefined : () => setAfter(next)} onFirst={after === undefined ? undefined : () => setAfter(undefined)} />
                  )}
                </>
              )
            }
          </Loaded>
        </Card>
      </div>
    </Page>
  );
}

interface LineProps {
  readonly notice: Notice;
  readonly fresh: boolean;
  readonly onRead: () => void;
}

function Line({ notice, fresh, onRead }: LineProps) {
  const { t } = useLingui();
  const times = useTimes();
  const navigate = useNavigate();
  const own = notice.link !== null && notice.link.startsWith('/');
  return (
    <Row
      lead={<span className={fresh ? 'bg-action size-2.5 flex-none rounded-full' : 'size-2.5 flex-none'} role="img" aria-label={fresh ? t`Unread` : t`Read`} />}
      title={<span lang={notice.language}>{notice.title}</span>}
      help={
        <>
          <span lang={notice.language} className="text-ink block whitespace-pre-line">
            {notice.body}
          </span>
          {times.ago(notice.at)}
        </>
      }
    >
      {own && (
        <Button size="small" onPress={() => void navigate({ to: notice.link ?? '/' })}>
          <Trans>Open</Trans>
        </Button>
      )}
      {notice.link !== null && !own && (
        <ButtonAnchor size="small" href={notice.link}>
          <Trans>Open</Trans>
        </ButtonAnchor>
      )}
      {fresh && (
        <Button size="small" look="quiet" onPress={onRead}>
          <Trans>Read</Trans>
        </Button>
      )}
    </Row>
  );
}

function JustSaid() {
  const { t } = useLingui();
  const times = useTimes();
  const all = useSyncExternalStore(said.subscribe, said.said);
  if (all.length === 0) return null;
  return (
    <Card title={t`Just now, on this device`}>
      <Rows label={t`Just now, on this device`}>
        {all.slice(0, 10).map((notice) => (
          <Row key={notice.id} lead={<ToneIcon tone={notice.tone} />} title={notice.text} help={times.ago(notice.at.toISOString())}>
            {notice.action && (
              <Button size="small" look="quiet" onPress={notice.action.run}>
                {notice.action.name}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
