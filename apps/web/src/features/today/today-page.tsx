import { Trans, useLingui } from '@lingui/react/macro';
import { todayIn } from '~/lib/days';
import { capitalised, ownZone } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { type Centre, hasRole, useCentreOrNone, useViewer } from '~/lib/viewer';
import { ButtonLink, Card, EmptyState, Loaded, Page, Skeleton } from '~/ui';
import { IconCalendarWeek } from '~/ui/icons';
import { useHasSites } from './operations';
import { TodayOfCentre } from './today-of-centre';

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
      {centre === null ? <WithoutCentre /> : plans ? <OfPlanner centre={centre} day={day} /> : <OfMember />}
    </Page>
  );
}

function OfPlanner({ centre, day }: { readonly centre: Centre; readonly day: string }) {
  const hasSites = useHasSites(centre.id, false);
  return (
    <Loaded read={hasSites} skeleton={<Skeleton height="16rem" />}>
      {(some) => (some ? <TodayOfCentre centre={centre} day={day} /> : <EmptyCentre centre={centre} />)}
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

function OfMember() {
  const { t } = useLingui();
  return (
    <Card>
      <EmptyState title={t`Nothing is planned for you today`}>
        <Trans>As soon as your centre plans something with you, it stands here: when, where and with whom.</Trans>
      </EmptyState>
    </Card>
  );
}
