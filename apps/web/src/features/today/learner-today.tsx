import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import { todayIn } from '~/lib/days';
import { speakOfCourses } from '~/lib/i18n/i18n';
import { absenceStates } from '~/lib/half-days';
import { capitalised } from '~/lib/time';
import { useNow } from '~/lib/use-now';
import { useTimes } from '~/lib/use-times';
import { useViewer } from '~/lib/viewer';
import { AgendaRow, Badge, ButtonLink, Card, CopyNote, EmptyState, Loaded, Skeleton } from '~/ui';
import { type DayItem, type MyDay, useMyDay } from './my-day';
import { NextCard } from './next-card';

const MyAbsences = lazy(() => speakOfCourses().then(() => import('./my-absences')));
const News = lazy(() => speakOfCourses().then(() => import('./news')));
const AbsenceDialog = lazy(() => speakOfCourses().then(() => import('./absence-dialog')));

/** L1: what comes next, what changed, the rest of the day. */
export function LearnerToday() {
  const viewer = useViewer();
  const day = useMyDay(viewer.personId);
  return (
    <Loaded read={day} skeleton={<Skeleton height="18rem" />}>
      {(data) => <Shown day={data} isCopy={day.isCopy} />}
    </Loaded>
  );
}

const isOn = (item: DayItem): boolean => item.state !== 'CANCELLED';

function Shown({ day, isCopy }: { readonly day: MyDay; readonly isCopy: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  const now = useNow();
  const [missed, setMissed] = useState<DayItem | null>(null);
  const toCome = day.items.filter((item) => new Date(item.endsAt) > now);
  const next = toCome.find(isOn);
  const isToday = (item: DayItem): boolean => item.day === todayIn(item.zone, now);
  const today = day.items.filter((item) => isToday(item) && item !== next);
  const later = toCome.filter((item) => !isToday(item) && item !== next).slice(0, 5);
  return (
    <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="stack content-start">
        {isCopy && <CopyNote>{t`Without connection. Last update: ${times.moment(day.now)}`}</CopyNote>}
        {next ? <NextCard item={next} now={now} onAbsent={() => setMissed(next)} /> : <Nothing />}
        {today.length > 0 && <List title={t`The rest of today`} items={today} />}
        {later.length > 0 && <List title={t`Coming up`} items={later} withDay />}
      </div>
      <div className="stack content-start">
        <Suspense>{day.changes.length > 0 && <News changes={day.changes} since={day.since} />}</Suspense>
        <Suspense>{day.absences.length > 0 && <MyAbsences absences={day.absences} />}</Suspense>
      </div>
      <Suspense>{missed && <AbsenceDialog item={missed} onClose={() => setMissed(null)} />}</Suspense>
    </div>
  );
}

function Nothing() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState
        title={t`Nothing is planned for you in the next three weeks`}
        actions={
          <ButtonLink to="/agenda">
            <Trans>My agenda</Trans>
          </ButtonLink>
        }
      >
        <Trans>As soon as your centre plans something with you, it stands here: when, where and with whom.</Trans>
      </EmptyState>
    </Card>
  );
}

function List({ title, items, withDay = false }: { readonly title: string; readonly items: readonly DayItem[]; readonly withDay?: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <section aria-label={title}>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="text-lg">{title}</h2>
        {withDay && (
          <ButtonLink to="/agenda" look="quiet" size="small">
            <Trans>Whole agenda</Trans>
          </ButtonLink>
        )}
      </div>
      <ul className="agenda-rows">
        {items.map((item) => (
          <AgendaRow
            key={item.id}
            {...{ startsAt: item.startsAt, endsAt: item.endsAt, tint: item.tint, title: item.title, cancelled: item.state === 'CANCELLED' }}
            from={times.time(item.startsAt, item.zone)}
            until={times.time(item.endsAt, item.zone)}
            help={[withDay ? capitalised(times.shortDay(item.day)) : null, item.rooms ?? item.place ?? item.siteName, item.staff].filter(Boolean).join(' · ')}
            badge={item.state === 'CANCELLED' ? <Badge tone="bad">{t`cancelled`}</Badge> : item.absence ? <Badge tone="warn">{t(absenceStates[item.absence])}</Badge> : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
