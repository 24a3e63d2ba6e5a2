import { type Answer, done } from '~/lib/api/answer';
import { type Language } from '~/lib/i18n/languages';
import { type Role } from '~/lib/viewer';

export interface SignedIn {
  readonly needsCode: boolean;
}
export interface Invitation {
  readonly organisationName: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly hasAccount: boolean;
}
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly startPath: string;
}
export const useProviders = (): readonly Provider[] => [];
export const useInvitation = (_token: string): { invitation: Invitation | undefined; loading: boolean } => ({ invitation: undefined, loading: false });
const later = (): Promise<Answer<SignedIn>> => Promise.resolve(done({ needsCode: false }));
export function useSignInActions() {
  return {
    signIn: (_values: { email: string; password: string }) => later(),
    sendLink: (_email: string) => later(),
    askReset: (_email: string) => later(),
    passCode: (_code: string) => later(),
    openLink: (_token: string) => later(),
    choosePassword: (_token: string, _password: string) => later(),
    acceptInvitation: (_token: string, _values: { name?: string; password?: string }) => later(),
    setUp: (_token: string, _values: { name: string; email: string; password: string; language: Language }) => later(),
  };
}
