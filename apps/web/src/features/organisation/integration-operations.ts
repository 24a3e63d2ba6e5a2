import {
  AddSignInProviderDocument,
  ApiKeysDocument,
  type ApiKeysQuery,
  CreateApiKeyDocument,
  EndShareDocument,
  RemoveSignInProviderDocument,
  RevokeApiKeyDocument,
  type ServiceRole,
  SharesDocument,
  type SharesQuery,
  ShareThingDocument,
  SignInProvidersDocument,
  type SignInProvidersQuery,
  UpdateOrganisationDocument,
  UpdateSignInProviderDocument,
} from '~/generated/organisation/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { type OrganisationFacts } from './operations';

export type ApiKey = Extract<ApiKeysQuery['apiKeys'], { readonly __typename: 'ApiKeyConnection' }>['nodes'][number];
export type Providers = Extract<SignInProvidersQuery['signInProviders'], { readonly __typename: 'SignInProviders' }>;
export type Provider = Providers['providers'][number];
export type Share = Extract<SharesQuery['shares'], { readonly __typename: 'ShareList' }>['shares'][number];
export type { ServiceRole };

type Change<T = unknown> = Promise<Answer<T>>;

export const useApiKeys = (organisationId: string): Read<{ readonly scopes: readonly string[]; readonly keys: readonly ApiKey[] }> =>
  readOf(useRead(ApiKeysDocument, { organisationId }), ({ apiKeyScopes, apiKeys }) => ('nodes' in apiKeys ? { scopes: apiKeyScopes, keys: apiKeys.nodes } : undefined));

export interface KeyDraft {
  readonly name: string;
  readonly role: ServiceRole;
  readonly scopes: readonly string[];
  /** "2027-01-31", or "" for never. */
  readonly until: string;
}

/** The last instant of a day where the person sits. */
const endOf = (day: string): string | null => (day === '' ? null : new Date(`${day}T23:59:59`).toISOString());

export const createKey = async (organisationId: string, { until, ...draft }: KeyDraft) => answerOf((await mutate(CreateApiKeyDocument, { input: { organisationId, ...draft, expiresAt: endOf(until) } })).createApiKey);
export const revokeKey = async (id: string): Change => answerOf((await mutate(RevokeApiKeyDocument, { id })).revokeApiKey);

export const useProviders = (organisationId: string): Read<Providers> =>
  readOf(useRead(SignInProvidersDocument, { organisationId }), ({ signInProviders }) => ('providers' in signInProviders ? signInProviders : undefined));

export interface ProviderDraft {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

export async function saveProvider(organisationId: string, provider: Provider | undefined, { name, issuer, clientId, clientSecret }: ProviderDraft): Change {
  const secret = clientSecret === '' ? undefined : clientSecret;
  if (!provider) return answerOf((await mutate(AddSignInProviderDocument, { input: { organisationId, name, issuer, clientId, clientSecret: secret } })).addSignInProvider);
  return answerOf((await mutate(UpdateSignInProviderDocument, { input: { ...versionOf(provider), name, clientSecret: secret } })).updateSignInProvider);
}

const versionOf = ({ id, version }: Provider) => ({ providerId: id, expectedVersion: version });
export const switchProvider = async (provider: Provider, enabled: boolean): Change => answerOf((await mutate(UpdateSignInProviderDocument, { input: { ...versionOf(provider), enabled } })).updateSignInProvider);
export const removeProvider = async (provider: Provider): Change => answerOf((await mutate(RemoveSignInProviderDocument, versionOf(provider))).removeSignInProvider);

export interface OwnThing {
  readonly id: string;
  readonly name: string;
  readonly kind: 'ROOM' | 'EQUIPMENT' | 'PERSON';
}

export const useShares = (organisationId: string): Read<{ readonly shares: readonly Share[]; readonly things: readonly OwnThing[] }> =>
  readOf(useRead(SharesDocument, { organisationId }), ({ shares, rooms, equipment }) => ('shares' in shares ? { shares: shares.shares, things: [...rooms.nodes, ...equipment.nodes] } : undefined));

export const shareThing = async (organisationId: string, { thing, partner, until }: { thing: OwnThing | undefined; partner: string; until: string }): Change =>
  answerOf(
    (
      await mutate(ShareThingDocument, {
        input: { organisationId, subjectKind: thing?.kind === 'EQUIPMENT' ? 'equipment' : 'room', subjectId: thing?.id ?? '', toOrganisationId: partner.trim(), right: 'book', until: endOf(until) },
      })
    ).shareThing,
  );
export const endShare = async ({ id, version }: Share): Change => answerOf((await mutate(EndShareDocument, { input: { shareId: id, expectedVersion: version } })).endShare);

export const saveWords = async ({ id, version }: OrganisationFacts, words: readonly { readonly word: string; readonly language: string; readonly own: string }[]): Change =>
  answerOf((await mutate(UpdateOrganisationDocument, { input: { organisationId: id, expectedVersion: version, words } })).updateOrganisation);
