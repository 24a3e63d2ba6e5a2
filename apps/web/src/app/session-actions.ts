import { useMemo } from 'react';
import { SignOutDocument, SpeakWithMeDocument } from '~/generated/app/graphql';
import { ServiceFailure, signingOut } from '~/lib/api/failure';
import { mutate } from '~/lib/api/send';
import { forgetCopies } from '~/lib/offline-copy';
import { SIGN_OUT_THERE } from '~/lib/sign-in-reasons';
import { type Session } from '~/lib/session';
import { type Viewer } from '~/lib/viewer';
import { forgetViewer } from './load-viewer';

/** Answers where the person is still signed in. A session that had ended already is out as well. */
async function signOut() {
  try {
    return (await mutate(SignOutDocument, {})).signOut.there;
  } catch (error) {
    if (error instanceof ServiceFailure && error.code === 'UNAUTHENTICATED') return null;
    signingOut(false);
    throw error;
  }
}

export function useSessionActions(viewer: Viewer, onChange: () => void): Session {
  return useMemo(
    () => ({
      signOut: async () => {
        signingOut(true);
        const there = await signOut();
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
