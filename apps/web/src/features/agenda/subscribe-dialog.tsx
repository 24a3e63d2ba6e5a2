import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Answer } from '~/lib/api/answer';
import { useTimes } from '~/lib/use-times';
import { Banner, Button, ButtonAnchor, CopyField, Dialog, Loaded, notices, Row, Rows } from '~/ui';
import { IconCalendar } from '~/ui/icons';
import { createFeed, type Feed, renewFeed, revokeFeed, useFeeds } from './operations';

/** The private address of the agenda: shown once, and dead as soon as it is revoked. */
export default function SubscribeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const feeds = useFeeds();
  const [url, setUrl] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const give = async (work: Promise<Answer<string>>): Promise<void> => {
    setPending(true);
    const answer = await work.finally(() => setPending(false));
    if (answer.ok) setUrl(answer.value);
    else notices.say({ tone: 'bad', text: answer.refusal.message });
  };
  const revoke = async (feed: Feed): Promise<void> => {
    const answer = await revokeFeed(feed.id);
    setUrl(null);
    notices.say(answer.ok ? { tone: 'good', text: t`The address is dead. Calendars lose the agenda at their next look.` } : { tone: 'bad', text: answer.refusal.message });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t`My agenda in my calendar`}>
      <p className="text-muted">
        <Trans>Your phone, Outlook or Google shows the agenda by itself and follows every change. Whoever has the address reads your agenda: keep it to yourself.</Trans>
      </p>
      {url !== null && <Given url={url} />}
      <Loaded read={feeds}>
        {(list) => (
          <>
            {list.length > 0 && (
              <Rows label={t`My addresses`}>
                {list.map((feed) => (
                  <Line key={feed.id} feed={feed} onRenew={() => void give(renewFeed(feed.id))} onRevoke={() => void revoke(feed)} />
                ))}
              </Rows>
            )}
            {url === null && (
              <Button look={list.length === 0 ? 'main' : 'plain'} isPending={pending} icon={<IconCalendar aria-hidden />} onPress={() => void give(createFeed())}>
                {list.length === 0 ? <Trans>Make my private address</Trans> : <Trans>One more address</Trans>}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function Given({ url }: { readonly url: string }) {
  const { t } = useLingui();
  return (
    <Banner tone="good" announce title={t`Copy it now: it is shown this once.`}>
      <div className="form mt-3">
        <CopyField label={t`Private address`} value={url} />
        <div className="form-actions">
          <ButtonAnchor href={url.replace(/^https?:/, 'webcal:')} look="main">
            <Trans>Open in my calendar</Trans>
          </ButtonAnchor>
        </div>
      </div>
    </Banner>
  );
}

function Line({ feed, onRenew, onRevoke }: { readonly feed: Feed; readonly onRenew: () => void; readonly onRevoke: () => void }) {
  const { t } = useLingui();
  const times = useTimes();
  const name = feed.kind === 'ROOM' ? (feed.roomName ?? t`Room`) : t`My agenda`;
  return (
    <Row title={name} help={feed.readAt === null ? t`made ${times.ago(feed.renewedAt)}, not read yet` : t`last read ${times.ago(feed.readAt)}`}>
      <Button size="small" onPress={onRenew}>
        <Trans>New address</Trans>
      </Button>
      <Button size="small" look="quiet-danger" onPress={onRevoke}>
        <Trans>Revoke</Trans>
      </Button>
    </Row>
  );
}
