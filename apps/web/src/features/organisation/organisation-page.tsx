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
  const { tab = 'sites' } = route.useSearch();
  const navigate = route.useNavigate();
  const forManagers = [
    { id: 'words' as const, name: t`Own words`, content: <OwnWords /> },
    { id: 'integrations' as const, name: t`Integrations`, content: <Integrations /> },
  ];
  return (
    <Page title={t`Organisation`} intro={centre.name} density="dense">
      <Tabs
        label={t`Organisation`}
        selected={tab}
        onSelect={(next) => void navigate({ search: (before) => ({ ...before, tab: next, site: undefined }) })}
        items={[
          { id: 'sites', name: t`Sites and rooms`, content: <Sites /> },
          { id: 'closures', name: t`Closures`, content: <Closures /> },
          { id: 'travel', name: t`Travel times`, content: <Travel /> },
          { id: 'general', name: t`Name and languages`, content: <General /> },
          { id: 'sharing', name: t`Sharing`, content: <Sharing /> },
          ...(hasRole(centre, 'manager') ? forManagers : []),
        ]}
      />
    </Page>
  );
}
