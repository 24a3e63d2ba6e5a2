import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { todayIn } from '~/lib/days';
import { placeOf } from '~/lib/place';
import { capitalised } from '~/lib/time';
import { useNow } from '~/lib/use-now';
import { useTimes } from '~/lib/use-times';
import { AgendaRow, Avatar, Badge, ButtonLink, Card, EmptyState, Loaded, PlainLink, Row, Rows, Skeleton } from '~/ui';
import { IconClock, IconMapPin, IconUsers } from '~/ui/icons';
import { type TaughtItem, type TrainerDay, useTrainerDay } from './my-day';

/** T1: what I give, attendance to take, who needs a word. */
export function TrainerToday() {
  const day = useTrainerDay();
  return (
    <Loaded read={day} skeleton={<Skeleton height="18rem" />}>
      {(data) => <Shown day={data} />}
    </Loaded>
  );
}

const OPENS_BEFORE = 3_600_000;

function Shown({ day }: { readonly day: TrainerDay }) {
  const { t } = useLingui();
  const now = useNow();
  const on = day.items.filter((item) => item.state === 'PLANNED' || item.state === 'DONE');
  const next = on.find((item) => new Date(item.endsAt) > now);
  const untaken = on.filter((item) => item !== next && new Date(item.endsAt) <= now && item.marked < item.expected);
  const today = on.filter((item) => item !== next && item.day === todayIn(item.zone, now));
  const later = on.filter((item) => item !== next && new Date(item.startsAt) > now && !today.includes(item)).slice(0, 5);
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="stack content-start">
        {next ? <NextTaught item={next} now={now} /> : <Nothing />}
        {untaken.length > 0 && <Taught title={t`Attendance to take`} items={untaken} withDay />}
        {today.length > 0 && <Taught title={t`The rest of today`} items={today} />}
        {later.length > 0 && <Taught title={t`Coming up`} items={later} withDay />}
      </div>
      <div className="stack content-start">
        <Worries worries={day.worries} />
      </div>
    </div>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState title={t`You have nothing to give in the next days`}>
        <Trans>Sessions appear here as soon as your centre plans them with you.</Trans>
      </EmptyState>
    </Card>
  );
}

function useWhereabouts(): (item: TaughtItem) => string {
  const { t } = useLingui();
  const now = useNow();
  const people = ({ expected, marked, startsAt }: TaughtItem): string | null => {
    if (expected === 0) return null;
    return new Date(startsAt) > now ? t`${plural(expected, { one: '# expected', other: '# expected' })}` : t`${marked} of ${expected} marked`;
  };
  return (item) => [item.rooms ?? item.place ?? item.siteName, people(item)].filter(Boolean).join(' · ');
}

function NextTaught({ item, now }: { readonly item: TaughtItem; readonly now: Date }) {
  const { t } = useLingui();
  const times = useTimes();
  const running = new Date(item.startsAt) <= now;
  const open = now.getTime() >= new Date(item.startsAt).getTime() - OPENS_BEFORE;
  return (
    <Card className="agenda-card">
      <div className="flex flex-wrap items-center gap-3">
        <Badge tone="next">{running ? t`now` : t`next`}</Badge>
        {!running && <span className="text-muted">{times.ago(item.startsAt, now)}</span>}
      </div>
      <h2 className="mt-3 text-2xl">{item.title}</h2>
      <ul className="agenda-facts">
        <li>
          <IconClock aria-hidden />
          <span>
            {capitalised(times.day(item.day))}, <b className="figures">{times.time(item.startsAt, item.zone)}–{times.time(item.endsAt, item.zone)}</b>
          </span>
        </li>
        <li>
          <IconMapPin aria-hidden />
          <span>{placeOf(item) || t`no room yet`}</span>
        </li>
        <li>
          <IconUsers aria-hidden />
          <span>{item.announced > 0 ? t`${item.expected} expected, ${item.announced} announced absent` : t`${plural(item.expected, { one: '# expected', other: '# expected' })}`}</span>
        </li>
      </ul>
      <div className="form-actions mt-5">
        <ButtonLink to="/session/$id" params={{ id: item.id }} look={open ? 'main' : 'plain'}>
          {open ? <Trans>Take attendance</Trans> : <Trans>Open the session</Trans>}
        </ButtonLink>
      </div>
    </Card>
  );
}

function Taught({ title, items, withDay = false }: { readonly title: string; readonly items: readonly TaughtItem[]; readonly withDay?: boolean }) {
  const times = useTimes();
  const whereabouts = useWhereabouts();
  return (
    <section aria-label={title}>
      <h2 className="mb-2 text-lg">{title}</h2>
      <ul className="agenda-rows">
        {items.map((item) => (
          <AgendaRow
            key={item.id}
            {...{ startsAt: item.startsAt, endsAt: item.endsAt, tint: item.tint }}
            title={
              <PlainLink to="/session/$id" params={{ id: item.id }} className="rounded-field hover:underline">
                {item.title}
              </PlainLink>
            }
            from={times.time(item.startsAt, item.zone)}
            until={times.time(item.endsAt, item.zone)}
            help={[withDay ? capitalised(times.shortDay(item.day)) : null, whereabouts(item)].filter(Boolean).join(' · ')}
          />
        ))}
      </ul>
    </section>
  );
}

function Worries({ worries }: { readonly worries: TrainerDay['worries'] }) {
  const { t } = useLingui();
  const times = useTimes();
  if (worries.length === 0) return null;
  return (
    <Card title={t`Who needs a word`} intro={t`Absent at least twice in the last thirty days`}>
      <Rows label={t`Who needs a word`}>
        {worries.map((one) => (
          <Row key={one.personId} lead={<Avatar name={one.name} id={one.personId} size="small" />} title={one.name} help={[t`absent ${one.missed} times`, one.lastTitle, times.ago(one.lastAt)].filter(Boolean).join(' · ')} />
        ))}
      </Rows>
    </Card>
  );
}
