import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { speakOfOffice } from '~/lib/i18n/i18n';
import { todayIn } from '~/lib/days';
import { capitalised, ownZone } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { type Centre, hasRole, useCentreOrNone, useViewer } from '~/lib/viewer';
import { ButtonLink, Card, EmptyState, Loaded, Page, Skeleton } from '~/ui';
import { IconCalendarWeek } from '~/ui/icons';
import { useHasSites } from './operations';

/** Each role loads its own first screen and no other, with its texts: those of people who plan and teach come with their pages. */
async function ofOffice<T>(page: Promise<T>): Promise<T> {
  await speakOfOffice();
  return page;
}

const LearnerToday = lazy(() => import('./learner-today').then((module) => ({ default: module.LearnerToday })));
const TrainerToday = lazy(() => ofOffice(import('./trainer-today')).then((module) => ({ default: module.TrainerToday })));
const DeskOfCentre = lazy(() => ofOffice(import('./desk')).then((module) => ({ default: module.DeskOfCentre })));
const TodayOfCentre = lazy(() => ofOffice(import('./today-of-centre')).then((module) => ({ default: module.TodayOfCentre })));

/** The first page: what is on today at the centre; an empty centre says what to do first. */
export default function TodayPage() {
  const { t } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const centre = useCentreOrNone();
  const [firstName] = viewer.name.split(' ');
  const day = todayIn(centre?.zone ?? ownZone());
  const plans = hasRole(centre, 'coordinator', 'manager', 'trainer');
  const actions = plans && (
    <ButtonLink to="/week" icon={<IconCalendarWeek aria-hidden />}>
      <Trans>The whole week</Trans>
    </ButtonLink>
  );
  return (
    <Page title={t`Hello ${firstName ?? viewer.name}`} intro={capitalised(times.day(day))} actions={actions}>
      <Suspense fallback={<Skeleton height="16rem" />}>{centre === null ? <WithoutCentre /> : <OfMember centre={centre} day={day} />}</Suspense>
    </Page>
  );
}

/** Who plans sees the desk, who teaches the own sessions, everybody else the own day. */
function OfMember({ centre, day }: { readonly centre: Centre; readonly day: string }) {
  if (hasRole(centre, 'coordinator', 'manager')) return <OfPlanner centre={centre} day={day} />;
  if (hasRole(centre, 'trainer', 'expert')) return <TrainerToday />;
  return hasRole(centre, 'learner') ? <LearnerToday /> : <OfObserver />;
}

/** Partners and funders read figures of programmes, once a centre shares some. */
function OfObserver() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState
        title={t`Nothing is shared with you yet`}
        actions={
          <ButtonLink to="/courses">
            <Trans>See the courses</Trans>
          </ButtonLink>
        }
      >
        <Trans>Figures that this centre shares with its partners will stand here. You can read its courses already.</Trans>
      </EmptyState>
    </Card>
  );
}

function OfPlanner({ centre, day }: { readonly centre: Centre; readonly day: string }) {
  const hasSites = useHasSites(centre.id, false);
  return (
    <Loaded read={hasSites} skeleton={<Skeleton height="16rem" />}>
      {(some) =>
        some ? (
          <>
            <DeskOfCentre centre={centre} />
            <TodayOfCentre centre={centre} day={day} />
          </>
        ) : (
          <EmptyCentre centre={centre} />
        )
      }
    </Loaded>
  );
}

function EmptyCentre({ centre }: { readonly centre: Centre }) {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState
        title={t`${centre.name} is still empty`}
        actions={
          <ButtonLink to="/welcome" look="main">
            <Trans>Set up your centre</Trans>
          </ButtonLink>
        }
      >
        <Trans>Sites, rooms, closing days: a quarter of an hour, then the first week can be planned.</Trans>
      </EmptyState>
    </Card>
  );
}

function WithoutCentre() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState title={t`You do not belong to a centre yet`}>
        <Trans>Your centre sends you an invitation by e-mail. Open its link, then everything appears here.</Trans>
      </EmptyState>
    </Card>
  );
}
