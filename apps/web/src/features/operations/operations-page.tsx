import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useCentreOrNone } from '~/lib/viewer';
import { Page, Tabs } from '~/ui';
import { AuditTrail } from './audit-trail';

const route = getRouteApi('/inside/operations');

/** M3: what runs, what failed, and who did what. */
export default function OperationsPage() {
  const { t } = useLingui();
  const centre = useCentreOrNone();
  const { tab = 'audit' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={t`Operations`} density="dense">
      <Tabs
        label={t`Operations`}
        selected={tab}
        onSelect={(next) => void navigate({ search: (before) => ({ ...before, tab: next }) })}
        items={[{ id: 'audit', name: t`Audit trail`, content: centre && <AuditTrail organisationId={centre.id} /> }]}
      />
    </Page>
  );
}
