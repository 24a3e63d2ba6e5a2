import { useMemo } from 'react';
import { SignOutDocument, SpeakWithMeDocument } from '~/generated/app/graphql';
import { mutate } from '~/lib/api/send';
import { forgetCopies } from '~/lib/offline-copy';
import { SIGN_OUT_THERE } from '~/lib/sign-in-reasons';
import { type Session } from '~/lib/session';
import { type Viewer } from '~/lib/viewer';
import { forgetViewer } from './load-viewer';

export function useSessionActions(viewer: Viewer, onChange: () => void): Session {
  return useMemo(
    () => ({
      signOut: async () => {
        const { there } = (await mutate(SignOutDocument, {})).signOut;
        forgetCopies();
        if (there) sessionStorage.setItem(SIGN_OUT_THERE, JSON.stringify(there));
        location.assign('/sign-in');
      },
      rememberLanguage: async (language) => {
        await mutate(SpeakWithMeDocument, { input: { name: viewer.name, language, expectedVersion: viewer.version } });
        forgetViewer();
        onChange();
      },
    }),
    [viewer, onChange],
  );
}
