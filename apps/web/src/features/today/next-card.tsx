import { Trans, useLingui } from '@lingui/react/macro';
import { absenceStates } from '~/lib/half-days';
import { placeOf } from '~/lib/place';
import { capitalised, ownZone } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, ButtonAnchor, Card } from '~/ui';
import { IconClock, IconExternalLink, IconMapPin, IconRoute, IconSparkles, IconUsers } from '~/ui/icons';
import { type DayItem } from './my-day';

/** A meeting on the web can be joined from a quarter of an hour before. */
const JOIN_BEFORE = 15 * 60_000;

interface NextCardProps {
  readonly item: DayItem;
  readonly now: Date;
  readonly onAbsent: () => void;
}

/** Apricot means one thing: this comes next. */
export function NextCard({ item, now, onAbsent }: NextCardProps) {
  const { t } = useLingui();
  const times = useTimes();
  const running = new Date(item.startsAt) <= now;
  return (
    <Card className="agenda-card">
      <div className="flex flex-wrap items-center gap-3">
        <Badge tone="next">{running ? t`now` : t`next`}</Badge>
        {!running && <span className="text-muted">{times.ago(item.startsAt, now)}</span>}
        {item.absence && <Badge tone="warn">{t`You are absent: ${t(absenceStates[item.absence])}`}</Badge>}
        {item.state === 'TENTATIVE' && <Badge tone="warn">{t`on hold`}</Badge>}
      </div>
      <h2 className="mt-3 text-2xl">{item.title}</h2>
      <Facts item={item} />
      <div className="form-actions mt-5">
        {item.link !== null && <Join link={item.link} item={item} now={now} />}
        {item.absence === null && item.part === 'learner' && (
          <Button onPress={onAbsent}>
            <Trans>I can’t come</Trans>
          </Button>
        )}
      </div>
    </Card>
  );
}

function Facts({ item }: { readonly item: DayItem }) {
  const { t } = useLingui();
  const times = useTimes();
  const [from, until] = [times.time(item.startsAt, item.zone), times.time(item.endsAt, item.zone)];
  const own = ownZone();
  const elsewhere = own !== item.zone && times.time(item.startsAt, own) !== from;
  const where = placeOf(item);
  return (
    <ul className="agenda-facts">
      <li>
        <IconClock aria-hidden />
        <span>
          {capitalised(times.day(item.day))}, <b className="figures">{from}–{until}</b>
          {elsewhere && <span className="text-muted"> · {t`${times.time(item.startsAt, own)} on your clock`}</span>}
        </span>
      </li>
      {(where !== '' || item.address) && (
        <li>
          <IconMapPin aria-hidden />
          <span>
            {where}
            {item.address && <span className="text-muted block">{item.address}</span>}
          </span>
        </li>
      )}
      {item.directions && (
        <li>
          <IconRoute aria-hidden />
          <span>{item.directions}</span>
        </li>
      )}
      {item.staff && (
        <li>
          <IconUsers aria-hidden />
          <span>{t`with ${item.staff}`}</span>
        </li>
      )}
      {item.bring && (
        <li>
          <IconSparkles aria-hidden />
          <span>{t`Bring: ${item.bring}`}</span>
        </li>
      )}
    </ul>
  );
}

function Join({ link, item, now }: { readonly link: string; readonly item: DayItem; readonly now: Date }) {
  const { t } = useLingui();
  const times = useTimes();
  const opensAt = new Date(new Date(item.startsAt).getTime() - JOIN_BEFORE);
  if (now < opensAt) return <p className="text-muted w-full text-sm">{t`Online. You can join from ${times.time(opensAt.toISOString(), item.zone)} on.`}</p>;
  return (
    <ButtonAnchor look="main" href={link} target="_blank" rel="noreferrer" icon={<IconExternalLink aria-hidden />}>
      <Trans>Join</Trans>
    </ButtonAnchor>
  );
}
