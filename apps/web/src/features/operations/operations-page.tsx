import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { hasRole, useCentreOrNone, useViewer } from '~/lib/viewer';
import { Page, type TabItem, Tabs } from '~/ui';
import { AuditTrail } from './audit-trail';
import { Deliveries } from './deliveries';
import { Installation } from './installation';

const route = getRouteApi('/inside/operations');
type Tab = 'deliveries' | 'installation' | 'audit';

/** M3: what runs, what failed, and who did what. */
export default function OperationsPage() {
  const { t } = useLingui();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const items = useTabs();
  const selected = items.find((item) => item.id === tab) ?? items[0];
  return (
    <Page title={t`Operations`} density="dense">
      {selected && (
        <Tabs
          label={t`Operations`}
          selected={selected.id}
          onSelect={(next) => void navigate({ search: (before) => ({ ...before, tab: next, after: undefined, state: undefined }) })}
          items={items}
        />
      )}
    </Page>
  );
}

/** A manager sees the centre's own; whoever runs the installation sees its figures too. */
function useTabs(): readonly TabItem<Tab>[] {
  const { t } = useLingui();
  const centre = useCentreOrNone();
  const { platformAdmin } = useViewer();
  const items: TabItem<Tab>[] = [];
  if (centre && hasRole(centre, 'manager', 'coordinator')) items.push({ id: 'deliveries', name: t`Messages`, content: <Deliveries organisationId={centre.id} /> });
  if (platformAdmin) items.push({ id: 'installation', name: t`Installation`, content: <Installation /> });
  if (centre && hasRole(centre, 'manager')) items.push({ id: 'audit', name: t`Audit trail`, content: <AuditTrail organisationId={centre.id} /> });
  return items;
}
