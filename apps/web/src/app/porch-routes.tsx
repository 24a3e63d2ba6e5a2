import { useLocation, useRouter, useSearch } from '@tanstack/react-router';
import { AskResetPage, ChoosePasswordPage } from '~/features/identity/reset-page';
import { InvitationPage } from '~/features/identity/invitation-page';
import { LinkPage } from '~/features/identity/link-page';
import { SetUpPage } from '~/features/identity/set-up-page';
import { SignInPage } from '~/features/identity/sign-in-page';
import { forgetViewer } from './load-viewer';

/** Goes on where the person wanted to be, with everything that was known before forgotten. */
function useEnter(next = '/'): () => void {
  const router = useRouter();
  return () => {
    forgetViewer();
    void router.invalidate().then(() => router.history.push(next));
  };
}

const useToken = (): string => useLocation({ select: (location) => location.hash });

export function SignInRoute() {
  const { next, reason } = useSearch({ from: '/sign-in' });
  return <SignInPage onSignedIn={useEnter(next)} reason={reason} returnTo={next ?? '/'} />;
}

export const LinkRoute = () => <LinkPage token={useToken()} onSignedIn={useEnter()} />;
export const ChoosePasswordRoute = () => <ChoosePasswordPage token={useToken()} onSignedIn={useEnter()} />;
export const AskResetRoute = () => <AskResetPage />;
export const InvitationRoute = () => <InvitationPage token={useToken()} onSignedIn={useEnter()} />;

export function SetUpRoute() {
  const enter = useEnter('/welcome');
  return <SetUpPage token={useToken()} onSignedIn={enter} />;
}
