import { Outlet, useLocation, useRouteContext, useRouter, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import { Provider as ApiProvider } from 'urql';
import { client } from '~/lib/api/client';
import { listen, refetchShown } from '~/lib/api/live';
import { speakOfOffice } from '~/lib/i18n/i18n';
import { onSent } from '~/lib/api/send';
import { CentreContext, centreFor, ViewerContext } from '~/lib/viewer';
import { sendWhatWaits, whenOnline } from '~/lib/waiting';
import { SessionContext } from '~/lib/session';
import { useSessionActions } from './session-actions';
import { mayVisit } from './shell/navigation';
import { Shell } from './shell/shell';

const NoAccessPage = lazy(async () => {
  await speakOfOffice();
  return import('./no-access-page');
});

/** Everything behind the sign-in: who it is, which centre is looked at, and the shell around it. */
export function Inside() {
  const { viewer } = useRouteContext({ from: '/inside' });
  const { centre: wanted } = useSearch({ from: '__root__' });
  const path = useLocation({ select: ({ pathname }) => pathname });
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
            {mayVisit(path, { centre, platformAdmin: viewer.platformAdmin }) ? <Outlet /> : <Suspense><NoAccessPage /></Suspense>}
          </Shell>
        </SessionContext>
      </CentreContext>
    </ViewerContext>
    </ApiProvider>
  );
}
