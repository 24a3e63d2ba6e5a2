import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { daysFrom, mondayOf, plusDays, todayIn } from '~/lib/days';
import { capitalised, ownZone } from '~/lib/time';
import { useMatchMedia } from '~/lib/use-match-media';
import { useTimes } from '~/lib/use-times';
import { useCentreOrNone, useViewer } from '~/lib/viewer';
import { Button, Card, CopyNote, EmptyState, IconButton, Loaded, Page, Segments, SkeletonRows } from '~/ui';
import { IconCalendarWeek, IconChevronLeft, IconChevronRight, IconList, IconPrinter, IconShare } from '~/ui/icons';
import { DayList } from './day-list';
import { type Agenda, useAgenda, useFirstFrom } from './operations';
import { WeekGrid } from './week-grid';

const SubscribeDialog = lazy(() => import('./subscribe-dialog'));

type View = 'list' | 'week';

/** L2: everything that the person has on; by day on the phone, as a week or a list at a desk. */
export default function AgendaPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { as, from, do: doing } = useSearch({ from: '/inside/agenda' });
  const wide = useMatchMedia('(min-width: 52rem)');
  const zone = useCentreOrNone()?.zone ?? ownZone();
  const today = todayIn(zone);
  const view: View = wide ? (as ?? 'week') : 'list';
  const go = (search: { readonly as?: View; readonly from?: string; readonly do?: 'subscribe' }): void => void navigate({ to: '/agenda', search: { as, from, ...search } });
  return (
    <Page title={t`My agenda`} actions={<Actions onSubscribe={() => go({ do: 'subscribe' })} />} width={view === 'week' ? 'full' : 'normal'}>
      {wide && (
        <div className="toolbar mb-4 items-center no-print">
          <Segments<View>
            label={t`Show as`}
            options={[
              { id: 'week', name: t`Week`, icon: <IconCalendarWeek aria-hidden /> },
              { id: 'list', name: t`List`, icon: <IconList aria-hidden /> },
            ]}
            value={view}
            onChange={(next) => go({ as: next === 'week' ? undefined : next })}
          />
        </div>
      )}
      <Body view={view} from={from ?? today} today={today} onGo={(day) => go({ from: day })} />
      <Suspense>{doing === 'subscribe' && <SubscribeDialog onClose={() => go({ do: undefined })} />}</Suspense>
    </Page>
  );
}

function Actions({ onSubscribe }: { readonly onSubscribe: () => void }) {
  return (
    <>
      <Button icon={<IconShare aria-hidden />} onPress={onSubscribe}>
        <Trans>In my calendar</Trans>
      </Button>
      <Button icon={<IconPrinter aria-hidden />} onPress={() => print()} className="only-desk">
        <Trans>Print</Trans>
      </Button>
    </>
  );
}

interface PartProps {
  readonly today: string;
  /** Undefined goes back to today. */
  readonly onGo: (day: string | undefined) => void;
}

const Body = ({ view, from, ...part }: PartProps & { readonly view: View; readonly from: string }) => (view === 'week' ? <Week monday={mondayOf(from)} {...part} /> : <List from={from} {...part} />);

function Week({ monday, today, onGo }: PartProps & { readonly monday: string }) {
  const { t } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const agenda = useAgenda(viewer.personId, { from: monday, until: plusDays(monday, 6) });
  return (
    <div className="stack">
      <div className="flex flex-wrap items-center gap-2 no-print">
        <IconButton label={t`Week before`} onPress={() => onGo(plusDays(monday, -7))}>
          <IconChevronLeft />
        </IconButton>
        <IconButton label={t`Week after`} onPress={() => onGo(plusDays(monday, 7))}>
          <IconChevronRight />
        </IconButton>
        <Button size="small" onPress={() => onGo(undefined)}>
          <Trans>This week</Trans>
        </Button>
        <h2 className="ml-2 text-lg">{t`The week of ${times.date(monday)}`}</h2>
      </div>
      <Loaded read={agenda} skeleton={<SkeletonRows />}>
        {(data) => (
          <>
            <Copy agenda={data} isCopy={agenda.isCopy} />
            {data.nodes.length === 0 ? <EmptyWeek next={plusDays(monday, 7)} onGo={onGo} /> : <WeekGrid items={data.nodes} days={daysFrom(monday, 7)} today={today} />}
          </>
        )}
      </Loaded>
    </div>
  );
}

function List({ from, today, onGo }: PartProps & { readonly from: string }) {
  const { t } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const [after, setAfter] = useState<string | undefined>();
  const agenda = useAgenda(viewer.personId, { from, after });
  return (
    <Loaded read={agenda} skeleton={<SkeletonRows />}>
      {(data) => (
        <div className="stack">
          <p className="only-print text-sm">{t`${viewer.name}. As of ${times.moment(data.now)}`}</p>
          <div className="flex flex-wrap items-center gap-3 no-print">
            <p className="text-muted">{from === today ? t`From today on` : t`From ${times.date(from)} on`}</p>
            <Button size="small" look="quiet" onPress={() => onGo(plusDays(from, -28))}>
              <Trans>Earlier</Trans>
            </Button>
            {from !== today && (
              <Button size="small" look="quiet" onPress={() => onGo(undefined)}>
                <Trans>Today</Trans>
              </Button>
            )}
          </div>
          <Copy agenda={data} isCopy={agenda.isCopy} />
          {data.nodes.length === 0 ? <Empty /> : <DayList items={data.nodes} />}
          {data.pageInfo.hasNextPage && (
            <Button onPress={() => setAfter(data.pageInfo.endCursor ?? undefined)}>
              <Trans>Further on</Trans>
            </Button>
          )}
        </div>
      )}
    </Loaded>
  );
}

function Copy({ agenda, isCopy }: { readonly agenda: Agenda; readonly isCopy: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  return isCopy ? <CopyNote>{t`Without connection. Last update: ${capitalised(times.moment(agenda.now))}`}</CopyNote> : null;
}

/** An empty week is not an empty agenda: it says when it goes on. */
function EmptyWeek({ next, onGo }: { readonly next: string; readonly onGo: (day: string) => void }) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <Loaded read={useFirstFrom(next)} skeleton={<SkeletonRows />}>
      {(item) =>
        item === null ? (
          <Empty />
        ) : (
          <Card>
            <EmptyState title={t`Nothing this week`} actions={<Button onPress={() => onGo(item.day)}>{t`Go to ${times.date(item.day)}`}</Button>}>
              {t`It goes on with ${item.title}, ${times.day(item.day)}.`}
            </EmptyState>
          </Card>
        )
      }
    </Loaded>
  );
}

function Empty() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState title={t`Nothing here`}>
        <Trans>As soon as your centre plans something with you, it stands here: when, where and with whom.</Trans>
      </EmptyState>
    </Card>
  );
}
