import { Trans, useLingui } from '@lingui/react/macro';
import { type Centre } from '~/lib/viewer';
import { useNow } from '~/lib/use-now';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Avatar, Badge, Banner, ButtonLink, Card, EmptyState, Loaded, PlainLink, Row, Rows, Skeleton, Stat, tintOf } from '~/ui';
import { IconMapPin, IconUsers } from '~/ui/icons';
import { type Happening, type TodayData, useDayToCome, useToday } from './operations';

export function TodayOfCentre({ centre, day }: { readonly centre: Centre; readonly day: string }) {
  const today = useToday(centre.id, day, false);
  return (
    <Loaded read={today} skeleton={<Skeleton height="16rem" />}>
      {(data) => <Shown centre={centre} data={data} day={day} />}
    </Loaded>
  );
}

function Shown({ centre, data, day }: { readonly centre: Centre; readonly data: TodayData; readonly day: string }) {
  const { t } = useLingui();
  const now = useNow();
  const next = data.happenings.find((one) => new Date(one.endsAt) > now);
  const rest = data.happenings.filter((one) => one !== next);
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="stack content-start">
        {data.closed !== null && <Banner title={t`Closed today: ${data.closed}`} />}
        {next ? <Next happening={next} zone={data.zone} day={day} now={now} /> : <ToCome centre={centre} today={day} some={data.happenings.length > 0} hasRooms={data.rooms > 0} />}
        {rest.length > 0 && <Day title={t`All of today`} happenings={rest} zone={data.zone} day={day} />}
      </div>
      <div className="stack content-start">
        <Card title={t`Rooms`}>
          <Stat figure={<Trans>{data.roomsInUse} of {data.rooms}</Trans>} name={t`in use today`} />
        </Card>
        <Away away={data.away} />
      </div>
    </div>
  );
}

/** Apricot means one thing: this comes next. */
function Next({ happening, zone, day, now }: { readonly happening: Happening; readonly zone: string; readonly day: string; readonly now: Date }) {
  const { t } = useLingui();
  const times = useTimes();
  const running = new Date(happening.startsAt) <= now;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <Badge tone="next">{running ? t`now` : t`next`}</Badge>
        {!running && <span className="text-muted">{times.ago(happening.startsAt, now)}</span>}
      </div>
      <h2 className="mt-3 text-2xl">
        <PlainLink to="/week" search={{ day, entry: undefined }} className="rounded-field hover:underline">
          {happening.title ?? t`Busy`}
        </PlainLink>
      </h2>
      <p className="mt-1 text-lg">
        <time>
          {times.time(happening.startsAt, zone)}–{times.time(happening.endsAt, zone)}
        </time>
      </p>
      <ul className="text-muted mt-3 flex flex-wrap gap-x-6 gap-y-1">
        {happening.where.length > 0 && (
          <li className="flex items-center gap-2">
            <IconMapPin className="size-5" aria-hidden />
            {happening.where.join(', ')}
          </li>
        )}
        {happening.who.length > 0 && (
          <li className="flex items-center gap-2">
            <IconUsers className="size-5" aria-hidden />
            {happening.who.join(', ')}
          </li>
        )}
      </ul>
    </Card>
  );
}

interface DayProps {
  readonly title: string;
  readonly happenings: readonly Happening[];
  readonly zone: string;
  readonly day: string;
}

const Day = ({ title, happenings, zone, day }: DayProps) => (
  <Card title={title}>
    <Rows label={title}>
      {happenings.map((one) => (
        <Line key={one.id} happening={one} zone={zone} day={day} />
      ))}
    </Rows>
  </Card>
);

interface ToComeProps {
  readonly centre: Centre;
  readonly today: string;
  /** Whether something took place today. */
  readonly some: boolean;
  readonly hasRooms: boolean;
}

/** In the evening and on a Sunday: what the next working day brings. */
function ToCome({ centre, today, some, hasRooms }: ToComeProps) {
  const { t } = useLingui();
  const times = useTimes();
  const coming = useDayToCome(centre.id, today);
  return (
    <Loaded read={coming} skeleton={<Skeleton height="16rem" />}>
      {(next) =>
        next === null ? (
          <NothingLeft some={some} hasRooms={hasRooms} />
        ) : (
          <>
            <p className="text-muted">{some ? t`Nothing more today` : t`Nothing is booked today`}</p>
            <Day title={capitalised(times.day(next.day))} {...next} />
          </>
        )
      }
    </Loaded>
  );
}

function NothingLeft({ some, hasRooms }: Pick<ToComeProps, 'some' | 'hasRooms'>) {
  return (
    <Card>
      <EmptyState
        title={some ? <Trans>Nothing more today</Trans> : <Trans>Nothing is booked today</Trans>}
        actions={
          hasRooms ? (
            <ButtonLink to="/week" search={{ do: 'book' }} look="main">
              <Trans>Book a room</Trans>
            </ButtonLink>
          ) : (
            <ButtonLink to="/organisation" search={{ tab: 'sites' }} look="main">
              <Trans>Add rooms</Trans>
            </ButtonLink>
          )
        }
      />
    </Card>
  );
}

function Line({ happening, zone, day }: { readonly happening: Happening; readonly zone: string; readonly day: string }) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <Row
      lead={<span className={`tint-${tintOf(happening.id)} h-10 w-[3px] flex-none rounded-bar`} style={{ background: 'var(--rim)' }} aria-hidden />}
      title={
        <PlainLink to="/week" search={{ day }} className="rounded-field hover:underline">
          {happening.title ?? t`Busy`}
        </PlainLink>
      }
      help={[...happening.where, ...happening.who].join(', ')}
    >
      <time className="text-muted whitespace-nowrap">
        {times.time(happening.startsAt, zone)}–{times.time(happening.endsAt, zone)}
      </time>
    </Row>
  );
}

function Away({ away }: { readonly away: TodayData['away'] }) {
  const { t } = useLingui();
  if (away.length === 0) return null;
  return (
    <Card title={t`Away today`}>
      <Rows label={t`Away today`}>
        {away.map((person) => (
          <Row key={person.id} lead={<Avatar name={person.name} id={person.id} size="small" />} title={person.name} />
        ))}
      </Rows>
    </Card>
  );
}
