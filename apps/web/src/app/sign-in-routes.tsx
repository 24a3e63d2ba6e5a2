import { useLocation, useSearch } from '@tanstack/react-router';
import { LinkPage } from '~/features/identity/link-page';
import { SignInPage } from '~/features/identity/sign-in-page';
import { enter } from './enter';

export function SignInRoute() {
  const { next, reason } = useSearch({ from: '/sign-in' });
  return <SignInPage onSignedIn={enter(next ?? '/')} reason={reason} returnTo={next ?? '/'} />;
}

const useToken = (): string => useLocation({ select: (location) => location.hash });

export const LinkRoute = () => <LinkPage way="link" token={useToken()} onSignedIn={enter('/')} />;
export const ProviderRoute = () => <LinkPage way="provider" token={useToken()} onSignedIn={enter('/')} />;
