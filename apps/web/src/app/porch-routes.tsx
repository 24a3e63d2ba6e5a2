import { useLocation, useSearch } from '@tanstack/react-router';
import { AskResetPage, ChoosePasswordPage } from '~/features/identity/reset-page';
import { InvitationPage } from '~/features/identity/invitation-page';
import { LinkPage } from '~/features/identity/link-page';
import { SetUpPage } from '~/features/identity/set-up-page';
import { SignInPage } from '~/features/identity/sign-in-page';

/** A whole page load: nothing that was known before stays. */
const enter = (next: string) => (): void => location.assign(next);

const useToken = (): string => useLocation({ select: (location) => location.hash });

export function SignInRoute() {
  const { next, reason } = useSearch({ from: '/sign-in' });
  return <SignInPage onSignedIn={enter(next ?? '/')} reason={reason} returnTo={next ?? '/'} />;
}

export const LinkRoute = () => <LinkPage token={useToken()} onSignedIn={enter('/')} />;
export const ChoosePasswordRoute = () => <ChoosePasswordPage token={useToken()} onSignedIn={enter('/')} />;
export const AskResetRoute = () => <AskResetPage />;
export const InvitationRoute = () => <InvitationPage token={useToken()} onSignedIn={enter('/')} />;

export function SetUpRoute() {
  return <SetUpPage token={useToken()} onSignedIn={enter('/welcome')} />;
}
