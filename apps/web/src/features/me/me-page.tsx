import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { hasRole, useCentreOrNone, useViewer } from '~/lib/viewer';
import { Loaded, Page, Tabs } from '~/ui';
import { Address } from './address';
import { Appearance } from './appearance';
import { Availability } from './availability';
import { Devices } from './devices';
import { Messages } from './messages';
import { MyData } from './my-data';
import { type Account, useAccount } from './operations';
import { Profile } from './profile';
import { Security } from './security';

const route = getRouteApi('/inside/me');

/** L7: the person's own affairs, the same for every role. */
export default function MePage() {
  const { t } = useLingui();
  const viewer = useViewer();
  const { tab = 'profile' } = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const centre = useCentreOrNone();
  const bookable = centre && hasRole(centre, 'trainer', 'expert', 'coordinator', 'manager') ? centre : null;
  return (
    <Page title={viewer.name} intro={viewer.email} width="reading">
      <Loaded read={account}>
        {(own) => (
          <Tabs
            label={t`Me`}
            selected={tab}
            onSelect={(next) => void navigate({ search: (before) => ({ ...before, tab: next }) })}
            items={[
              { id: 'profile', name: t`Name and language`, content: <Profiled account={own} onChanged={account.again} /> },
              { id: 'messages', name: t`Messages`, content: <Messages /> },
              ...(bookable ? [{ id: 'availability' as const, name: t`Availability`, content: <Availability centre={bookable} /> }] : []),
              { id: 'appearance', name: t`Appearance`, content: <Appearance /> },
              { id: 'security', name: t`Signing in`, content: <Security account={own} onChanged={account.again} /> },
              { id: 'devices', name: t`Devices`, content: <Devices /> },
              { id: 'data', name: t`My data`, content: <MyData account={own} /> },
            ]}
          />
        )}
      </Loaded>
    </Page>
  );
}

function Profiled({ account, onChanged }: { readonly account: Account; readonly onChanged: () => void }) {
  return (
    <div className="stack">
      <Profile account={account} />
      <Address account={account} onChanged={onChanged} />
    </div>
  );
}
