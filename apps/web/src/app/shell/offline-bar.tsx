import { Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';
import { IconCloudOff } from '~/ui/icons';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

export function OfflineBar() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="offline">
          <IconCloudOff aria-hidden />
          <Trans>You are offline. You see what was loaded before. Attendance is kept here and sent later; other changes need the connection.</Trans>
        </p>
      )}
    </div>
  );
}
