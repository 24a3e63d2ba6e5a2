import { useEffect, useState } from 'react';
import { type Answer, answerOf, done } from '~/lib/api/answer';
import { ask, mutate } from '~/lib/api/send';
import {
  AcceptInvitationAtProviderDocument,
  AcceptInvitationDocument,
  AcceptSetupLinkDocument,
  ConfirmAddressChangeDocument,
  ConfirmSecondFactorDocument,
  ConfirmProviderLinkDocument,
  OidcProvidersDocument,
  OpenInvitationDocument,
  RequestPasswordResetDocument,
  RequestSignInLinkDocument,
  ResetPasswordDocument,
  SignInDocument,
  SignInWithLinkDocument,
  StopAddressChangeDocument,
} from '~/generated/identity/graphql';
import { type Language } from '~/lib/i18n/languages';
import { type Role, roles } from '~/lib/viewer';
import { type OwnWords } from '~/lib/words';

export interface SignedIn {
  readonly needsCode: boolean;
}
export interface Invitation {
  /** What the centre calls our things. */
  readonly words: OwnWords;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly hasAccount: boolean;
}
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly organisationName: string;
}

/** Of an address only what says which organisation it is from is asked for, once it is whole; never who. */
const domainIn = (email = ''): string | null => /@([^@\s]+\.[^@\s.]{2,})\s*$/.exec(email)?.[1]?.toLowerCase() ?? null;

/** Ways in through an identity provider: of an organisation, or for the domain of an address. */
export function useProviders({ email, organisationId = null }: { readonly email?: string; readonly organisationId?: string | null }): readonly Provider[] {
  const domain = domainIn(email);
  const key = `${organisationId ?? ''}${domain ?? ''}`;
  const [found, setFound] = useState<{ readonly key: string; readonly providers: readonly Provider[] }>({ key: '', providers: [] });
  useEffect(() => {
    let wanted = true;
    if (!key) return undefined;
    ask(OidcProvidersDocument, { email: domain && `anybody@${domain}`, organisationId }).then(
      (data) => wanted && setFound({ key, providers: data.oidcProviders }),
      // Without the list the other ways in still work.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [key, domain, organisationId]);
  return found.key === key ? found.providers : [];
}

interface OpenedInvitation {
  readonly invitation: Invitation | undefined;
  readonly loading: boolean;
}

export function useInvitation(token: string): OpenedInvitation {
  const [opened, setOpened] = useState<OpenedInvitation>({ invitation: undefined, loading: true });
  useEffect(() => {
    let wanted = true;
    const show = (invitation: Invitation | undefined): void => {
      if (wanted) setOpened({ invitation, loading: false });
    };
    openInvitation(token).then(show, () => show(undefined));
    return () => {
      wanted = false;
    };
  }, [token]);
  return opened;
}

async function openInvitation(token: string): Promise<Invitation | undefined> {
  const { openInvitation: found } = await ask(OpenInvitationDocument, { token });
  if (found.__typename !== 'OpenInvitation') return undefined;
  const { givenName, familyName, email, organisationId, organisationName, accountExists } = found;
  const offered = roles.filter((role) => found.roles.includes(role));
  return { organisationId, organisationName, email, roles: offered, words: found.words, hasAccount: accountExists, name: `${givenName} ${familyName}`.trim() };
}

type SignInAnswer = Answer<{ readonly secondFactorPending: boolean }>;
const signedIn = (answer: SignInAnswer): Answer<SignedIn> => (answer.ok ? done({ needsCode: answer.value.secondFactorPending }) : answer);

export const signIn = async (input: { email: string; password: string }): Promise<Answer<SignedIn>> => signedIn(answerOf((await mutate(SignInDocument, { input })).signIn));
export const passCode = async (code: string): Promise<Answer<SignedIn>> => signedIn(answerOf((await mutate(ConfirmSecondFactorDocument, { input: { code } })).confirmSecondFactor));
export const openLink = async (token: string): Promise<Answer<SignedIn>> => signedIn(answerOf((await mutate(SignInWithLinkDocument, { input: { token } })).signInWithLink));
export const confirmProvider = async (token: string): Promise<Answer<SignedIn>> => signedIn(answerOf((await mutate(ConfirmProviderLinkDocument, { input: { token } })).confirmProviderLink));
export const confirmAddress = async (token: string): Promise<Answer<{ readonly email: string }>> => answerOf((await mutate(ConfirmAddressChangeDocument, { input: { token } })).confirmAddressChange);
export const stopAddress = async (token: string): Promise<Answer<{ readonly email: string }>> => answerOf((await mutate(StopAddressChangeDocument, { input: { token } })).stopAddressChange);
export const choosePassword = async (token: string, password: string): Promise<Answer<SignedIn>> =>
  signedIn(answerOf((await mutate(ResetPasswordDocument, { input: { token, password } })).resetPassword));
export const sendLink = async (email: string): Promise<Answer<unknown>> => answerOf((await mutate(RequestSignInLinkDocument, { input: { email } })).requestSignInLink);
export const askReset = async (email: string): Promise<Answer<unknown>> => answerOf((await mutate(RequestPasswordResetDocument, { input: { email } })).requestPasswordReset);
export const setUp = async (token: string, values: { name: string; email: string; password: string; language: Language }): Promise<Answer<SignedIn>> =>
  signedIn(answerOf((await mutate(AcceptSetupLinkDocument, { input: { token, ...values } })).acceptSetupLink));
/** Joins the centre; a person without an account gets one with the password chosen here and is signed in. */
export const acceptInvitation = async (token: string, account: { name: string; password: string; language: Language } | null): Promise<Answer<{ readonly signedIn: boolean }>> =>
  answerOf((await mutate(AcceptInvitationDocument, { input: { token, account } })).acceptInvitation);
/** Answers the page of the provider, from which the browser comes back signed in and accepted. */
export const acceptAtProvider = async (token: string, providerId: string): Promise<Answer<{ readonly url: string }>> =>
  answerOf((await mutate(AcceptInvitationAtProviderDocument, { token, providerId })).acceptInvitationAtProvider);
