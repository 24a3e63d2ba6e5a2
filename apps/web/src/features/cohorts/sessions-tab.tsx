import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { mondayOf, weekNumber } from '~/lib/days';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, Card, EmptyState, Loaded, MenuItem, RowMenu, Segments } from '~/ui';
import { IconCalendarWeek, IconList, IconPlus } from '~/ui/icons';
import { ChangesCard } from './changes-card';
import { type Cohort, type Session, useSessions } from './operations';
import { SeriesDialog } from './series-dialog';
import { MeetingDialog } from './meeting-dialog';
import { CancelDialog, MoveDialog, SubstituteDialog } from './session-dialogs';
import { WeeksGrid } from './weeks-grid';
import { sessionKinds } from './words';

const route = getRouteApi('/inside/cohorts/$cohortId');

interface TabProps {
  readonly cohort: Cohort;
  readonly mayRun: boolean;
}

type Doing = { readonly what: 'move' | 'cancel' | 'substitute' | 'meeting'; readonly session: Session };

export function SessionsTab({ cohort, mayRun }: TabProps) {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sessions = useSessions(cohort.id);
  const [doing, setDoing] = useState<Doing | null>(null);
  const plan = (open: boolean): void => void navigate({ search: (before) => ({ ...before, do: open ? 'series' : undefined }) });
  const isOver = cohort.state === 'COMPLETED' || cohort.state === 'CANCELLED';
  const add = mayRun && !isOver && (
    <Button look="main" icon={<IconPlus aria-hidden />} onPress={() => plan(true)}>
      <Trans>Plan a series</Trans>
    </Button>
  );
  return (
    <div className="stack">
      <Loaded read={sessions}>
        {(found) =>
          found.sessions.length === 0 ? (
            <Card>
              <EmptyState title={t`No sessions yet`} actions={add}>
                <Trans>Say on which days and at what time: the series is shown first, with closed days left out and every clash named.</Trans>
              </EmptyState>
            </Card>
          ) : (
            <>
              <div className="toolbar items-center">
                <ViewChoice />
                <span className="ml-auto">{add}</span>
              </div>
              {search.as === 'weeks' ? <WeeksGrid sessions={found.sessions} /> : <SessionList cohort={cohort} sessions={found.sessions} mayRun={mayRun && !isOver} onDo={setDoing} />}
              {found.history.length > 0 && <ChangesCard changes={found.history} mayUndo={mayRun} />}
            </>
          )
        }
      </Loaded>
      {search.do === 'series' && mayRun && <SeriesDialog cohort={cohort} onClose={() => plan(false)} />}
      {doing && <OneDialog cohort={cohort} doing={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

const dialogs = { move: MoveDialog, cancel: CancelDialog, substitute: SubstituteDialog, meeting: MeetingDialog };

function OneDialog({ cohort, doing, onClose }: { readonly cohort: Cohort; readonly doing: Doing; readonly onClose: () => void }) {
  const Dialog = dialogs[doing.what];
  return <Dialog cohort={cohort} session={doing.session} onClose={onClose} />;
}

function ViewChoice() {
  const { t } = useLingui();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Segments
      label={t`View`}
      value={search.as ?? 'list'}
      onChange={(as) => void navigate({ search: (before) => ({ ...before, as: as === 'list' ? undefined : as }) })}
      options={[
        { id: 'list', name: t`List`, icon: <IconList aria-hidden /> },
        { id: 'weeks', name: t`Weeks`, icon: <IconCalendarWeek aria-hidden /> },
      ]}
    />
  );
}

interface ListProps {
  readonly cohort: Cohort;
  readonly sessions: readonly Session[];
  readonly mayRun: boolean;
  readonly onDo: (doing: Doing) => void;
}

/** By week, as a programme on paper is. */
function SessionList({ cohort, sessions, mayRun, onDo }: ListProps) {
  const { t } = useLingui();
  const times = useTimes();
  const weeks = [...new Set(sessions.map(({ localDate }) => mondayOf(localDate)))];
  return (
    <div className="stack">
      {weeks.map((monday) => (
        <Card key={monday} flush title={t`Week ${weekNumber(monday)}`} intro={capitalised(times.month(monday))}>
          <ul>
            {sessions
              .filter(({ localDate }) => mondayOf(localDate) === monday)
              .map((session) => (
                <Line key={session.id} cohort={cohort} session={session} menu={mayRun && session.state === 'PLANNED' && !session.hasBegun} onDo={onDo} />
              ))}
          </ul>
        </Card>
      ))}
    </div>
  );
}

interface LineProps {
  readonly cohort: Cohort;
  readonly session: Session;
  readonly menu: boolean;
  readonly onDo: (doing: Doing) => void;
}

function Line({ cohort, session, menu, onDo }: LineProps) {
  const { t } = useLingui();
  const times = useTimes();
  const gone = session.state === 'CANCELLED';
  const struck = gone ? 'text-muted line-through' : '';
  const named = session.title.split(' · ')[0] ?? session.title;
  return (
    <li className="border-line grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-t px-5 py-2.5 sm:grid-cols-[11rem_1fr_auto]">
      <span className={`figures text-sm ${struck}`}>
        {capitalised(times.shortDay(session.localDate))}, {times.time(session.startsAt, session.zone)}–{times.time(session.endsAt, session.zone)}
      </span>
      <span className="col-span-2 sm:col-span-1">
        <span className={struck || 'font-semibold'}>{named}</span>
        <Details cohort={cohort} session={session} gone={gone} />
      </span>
      {menu && (
        <span className="col-start-2 row-start-1 justify-self-end sm:col-start-3">
          <RowMenu label={t`Change ${named}`}>
            <MenuItem onAction={() => onDo({ what: 'move', session })}>{t`Move…`}</MenuItem>
            <MenuItem onAction={() => onDo({ what: 'substitute', session })}>{t`Other trainer or room…`}</MenuItem>
            <MenuItem onAction={() => onDo({ what: 'meeting', session })}>{t`Online meeting, what to bring…`}</MenuItem>
            <MenuItem tone="bad" onAction={() => onDo({ what: 'cancel', session })}>{t`Cancel…`}</MenuItem>
          </RowMenu>
        </span>
      )}
    </li>
  );
}

function Details({ cohort, session, gone }: { readonly cohort: Cohort; readonly session: Session; readonly gone: boolean }) {
  const { t } = useLingui();
  const { trainers, learners, clashing, movedByHand } = session;
  const group = cohort.groups.find(({ id }) => id === session.groupId)?.name;
  const notes = [session.place, session.link && t`online`, trainers.map(({ name }) => name).join(', ') || t`no trainer`, group, t`${learners} learners`].filter(Boolean);
  return (
    <>
      <span className="text-muted block text-sm">{notes.join(' · ')}</span>
      <span className="flex flex-wrap gap-1.5 empty:hidden">
        {session.kind !== 'SESSION' && <Badge tone="action">{t(sessionKinds[session.kind].one)}</Badge>}
        {gone && <Badge tone="bad">{t`Cancelled`}</Badge>}
        {movedByHand && !gone && <Badge>{t`Moved by itself`}</Badge>}
        {clashing > 0 && !gone && <Badge tone="warn">{t`${clashing} with a clash`}</Badge>}
      </span>
    </>
  );
}
