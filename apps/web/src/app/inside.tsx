import { Outlet, useRouteContext, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { Provider as ApiProvider } from 'urql';
import { client } from '~/lib/api/client';
import { listen, refetchShown } from '~/lib/api/live';
import { onSent } from '~/lib/api/send';
import { CentreContext, centreFor, ViewerContext } from '~/lib/viewer';
import { sendWhatWaits, whenOnline } from '~/lib/waiting';
import { SessionContext } from '~/lib/session';
import { useSessionActions } from './session-actions';
import { Shell } from './shell/shell';

/** Everything behind the sign-in: who it is, which centre is looked at, and the shell around it. */
export function Inside() {
  const { viewer } = useRouteContext({ from: '/inside' });
  const { centre: wanted } = useSearch({ from: '__root__' });
  const router = useRouter();
  const centre = useMemo(() => centreFor(viewer, wanted), [viewer, wanted]);
  const changed = useCallback(() => void router.invalidate(), [router]);
  const session = useSessionActions(viewer, changed);
  useEffect(() => listen(client, '/events'), []);
  useEffect(() => onSent(() => refetchShown(client)), []);
  useEffect(() => whenOnline(() => sendWhatWaits(viewer.personId)), [viewer.personId]);
  return (
    <ApiProvider value={client}>
    <ViewerContext value={viewer}>
      <CentreContext value={centre}>
        <SessionContext value={session}>
          <Shell>
            <Outlet />
          </Shell>
        </SessionContext>
      </CentreContext>
    </ViewerContext>
    </ApiProvider>
  );
}
