import { Trans, useLingui } from '@lingui/react/macro';
import { EmptyState } from '~/ui/feedback';
import { ButtonLink } from '~/ui/link';
import { Page } from '~/ui/page';
import { Card } from '~/ui/surface';

/** A page that the roles of the person do not reach: said as such, because it is neither lost nor broken. */
export default function NoAccessPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Not for your roles`} width="reading">
      <Card>
        <EmptyState
          title={<Trans>Your roles here do not open this page</Trans>}
          actions={
            <ButtonLink to="/" look="main">
              <Trans>Back to Today</Trans>
            </ButtonLink>
          }
        >
          <Trans>Whoever runs the centre can give you the role that it takes. With several centres, look whether you chose the right one above.</Trans>
        </EmptyState>
      </Card>
    </Page>
  );
}
