import { Trans, useLingui } from '@lingui/react/macro';
import { todayIn } from '~/lib/days';
import { ownZone, capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { useCentreOrNone, useViewer } from '~/lib/viewer';
import { Card, EmptyState, Page } from '~/ui';

export default function TodayPage() {
  const { t } = useLingui();
  const times = useTimes();
  const viewer = useViewer();
  const centre = useCentreOrNone();
  const [firstName] = viewer.name.split(' ');
  const day = todayIn(centre?.zone ?? ownZone());
  return (
    <Page title={t`Hello ${firstName ?? viewer.name}`} intro={capitalised(times.day(day))}>
      {centre ? null : <WithoutCentre />}
    </Page>
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
