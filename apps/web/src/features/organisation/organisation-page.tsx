import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { hasRole, useCentre } from '~/lib/viewer';
import { Page, Tabs } from '~/ui';
import { Closures } from './closures';
import { General } from './general';
import { Integrations } from './integrations';
import { OwnWords } from './own-words';
import { Sharing } from './sharing';
import { Sites } from './sites';
import { Travel } from './travel';

const route = getRouteApi('/inside/organisation');

/** M1: the centre's own house. */
export default function OrganisationPage() {
  const { t } = useLingui();
  const centre = useCentre();
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const forManagers = [
    { id: 'words' as const, name: t`Own words`, content: <OwnWords /> },
    { id: 'integrations' as const, name: t`Integrations`, content: <Integrations /> },
  ];
  const items = [
    { id: 'sites' as const, name: t`Sites and rooms`, content: <Sites /> },
    { id: 'closures' as const, name: t`Closures`, content: <Closures /> },
    { id: 'travel' as const, name: t`Travel times`, content: <Travel /> },
    { id: 'general' as const, name: t`Name and languages`, content: <General /> },
    { id: 'sharing' as const, name: t`Sharing`, content: <Sharing /> },
    ...(hasRole(centre, 'manager') ? forManagers : []),
  ];
  return (
    <Page title={t`Organisation`} intro={centre.name} density="dense">
      <Tabs
        label={t`Organisation`}
        selected={items.find(({ id }) => id === tab)?.id ?? 'sites'}
        onSelect={(next) => void navigate({ search: (before) => ({ ...before, tab: next, site: undefined }) })}
        items={items}
      />
    </Page>
  );
}
