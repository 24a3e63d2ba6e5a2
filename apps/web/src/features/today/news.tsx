import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, Card, Row, Rows } from '~/ui';
import { type DayChange, seeChanges } from './my-day';
import { shownKind } from './shown-kind';

const kinds: Readonly<Record<ReturnType<typeof shownKind<DayChange['kind']>>, { readonly name: MessageDescriptor; readonly tone: 'action' | 'warn' | 'bad' | 'good' }>> = {
  NEW: { name: msg`new`, tone: 'action' },
  MOVED: { name: msg`moved`, tone: 'warn' },
  ELSEWHERE: { name: msg`other place`, tone: 'warn' },
  CANCELLED: { name: msg`cancelled`, tone: 'bad' },
  BACK: { name: msg`takes place after all`, tone: 'good' },
};

/** Why, in the words of a list; a reason that is not in it is not shown. */
const reasons: Readonly<Record<string, MessageDescriptor>> = {
  'trainer-away': msg`The trainer is away.`,
  'room-away': msg`The room is not available.`,
  closure: msg`The site is closed.`,
  weather: msg`Because of the weather.`,
  strike: msg`Because of a strike.`,
  request: msg`At somebody’s request.`,
};

/** More than so many at once are told as a number: a new agenda is not sixty pieces of news. */
const MOST = 6;

/** What changed since the person last said to have seen it. */
export default function News({ changes, since }: { readonly changes: readonly DayChange[]; readonly since: string }) {
  const { t } = useLingui();
  const times = useTimes();
  const shown = [...changes].sort((a, b) => rank(a) - rank(b)).slice(0, MOST);
  const more = changes.length - shown.length;
  return (
    <Card
      title={t`What changed`}
      intro={t`Since ${times.ago(since)}`}
      actions={
        <Button size="small" onPress={() => void seeChanges()}>
          <Trans>Got it</Trans>
        </Button>
      }
    >
      <Rows label={t`What changed`}>
        {shown.map((change) => (
          <Row key={change.id} title={change.title} help={<Told change={change} />}>
            <Badge tone={kinds[shownKind(change)].tone}>{t(kinds[shownKind(change)].name)}</Badge>
          </Row>
        ))}
      </Rows>
      {more > 0 && <p className="text-muted mt-2 text-sm">{t`and ${more} more in your agenda`}</p>}
    </Card>
  );
}

const rank = (change: DayChange): number => (change.kind === 'NEW' ? 1 : 0);

function Told({ change }: { readonly change: DayChange }) {
  const { t } = useLingui();
  const times = useTimes();
  const at = (instant: string): string => times.moment(instant, change.zone);
  const why = change.why === null ? undefined : reasons[change.why];
  return (
    <>
      {shownKind(change) === 'MOVED' && change.before !== null ? t`${capitalised(at(change.before))} → ${at(change.startsAt)}` : capitalised(at(change.startsAt))}
      {why && <span className="block">{t(why)}</span>}
    </>
  );
}
