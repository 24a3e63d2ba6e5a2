import {
  ActivateSecondFactorDocument,
  ChangeMyAddressDocument,
  ChangePasswordDocument,
  EndDeviceDocument,
  EnrolSecondFactorDocument,
  EraseMeDocument,
  ExportMyDataDocument,
  LinkProviderDocument,
  MyAccountDocument,
  MyAvailabilityDocument,
  type MyAvailabilityQuery,
  type MyAccountQuery,
  MyCentreProvidersDocument,
  type MyCentreProvidersQuery,
  MyDataExportDocument,
  type MyDataExportQuery,
  MyDevicesDocument,
  MyErasurePreviewDocument,
  MyLinkedProvidersDocument,
  type MyLinkedProvidersQuery,
  MyMessagePreferencesDocument,
  type MyMessagePreferencesQuery,
  type MyDevicesQuery,
  RemoveSecondFactorDocument,
  SaveMessagePreferencesDocument,
  SaveMyAvailabilityDocument,
  type SaveMessagePreferencesMutationVariables,
  UnlinkProviderDocument,
  UpdateMyAccountDocument,
  WithdrawAddressChangeDocument,
} from '~/generated/me/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { type ErasureLine } from '~/lib/erasure-words';
import { type Language } from '~/lib/i18n/languages';

export type Account = NonNullable<MyAccountQuery['me']>;
export type Device = MyDevicesQuery['mySessions'][number];

export function useAccount(): Read<Account> {
  const read = useRead(MyAccountDocument, {});
  return { ...read, data: read.data?.me ?? undefined };
}

export function useDevices(): Read<readonly Device[]> {
  const read = useRead(MyDevicesDocument, {});
  return { ...read, data: read.data?.mySessions };
}

export const saveAccount = async (input: { name: string; language: Language; expectedVersion: number }): Promise<Answer<{ readonly version: number }>> =>
  answerOf((await mutate(UpdateMyAccountDocument, { input })).updateMyAccount);

export const endDevice = async (sessionId: string): Promise<Answer<unknown>> => answerOf((await mutate(EndDeviceDocument, { sessionId })).endSession);

export const changePassword = async (input: { currentPassword?: string; newPassword: string }): Promise<Answer<unknown>> =>
  answerOf((await mutate(ChangePasswordDocument, { input })).changePassword);

export const changeAddress = async (input: { email: string; password?: string }): Promise<Answer<unknown>> => answerOf((await mutate(ChangeMyAddressDocument, { input })).changeMyAddress);
export const withdrawAddress = async (): Promise<Answer<unknown>> => answerOf((await mutate(WithdrawAddressChangeDocument, {})).withdrawAddressChange);

export const offerSecondFactor = async (password: string | undefined) => answerOf((await mutate(EnrolSecondFactorDocument, { input: { password } })).enrolSecondFactor);

export const activateSecondFactor = async (code: string) => answerOf((await mutate(ActivateSecondFactorDocument, { input: { code } })).activateSecondFactor);

export const removeSecondFactor = async (code: string): Promise<Answer<unknown>> => answerOf((await mutate(RemoveSecondFactorDocument, { input: { code } })).removeSecondFactor);

export type MessagePreferences = MyMessagePreferencesQuery['myMessagePreferences'];
export const usePreferences = (): Read<MessagePreferences> => readOf(useRead(MyMessagePreferencesDocument, {}), ({ myMessagePreferences }) => myMessagePreferences);
export const savePreferences = async (input: SaveMessagePreferencesMutationVariables['input']): Promise<Answer<{ readonly version: number }>> =>
  answerOf((await mutate(SaveMessagePreferencesDocument, { input })).updateMyMessagePreferences);

export type DataExport = NonNullable<MyDataExportQuery['myDataExport']>;
/** Null while nothing was asked for within the last week. */
export const useDataExport = (): Read<DataExport | null> => readOf(useRead(MyDataExportDocument, {}), ({ myDataExport }) => myDataExport ?? null);
export const useErasurePreview = (): Read<readonly ErasureLine[]> => readOf(useRead(MyErasurePreviewDocument, {}), ({ myErasurePreview }) => myErasurePreview.lines);
export const exportMyData = async (): Promise<Answer<unknown>> => answerOf((await mutate(ExportMyDataDocument, {})).exportMyData);
export const eraseMe = async (input: { email: string; password?: string }): Promise<Answer<unknown>> => answerOf((await mutate(EraseMeDocument, { input })).eraseMe);

export type LinkedProvider = MyLinkedProvidersQuery['myLinkedIdentities'][number];
export const useLinkedProviders = (): Read<readonly LinkedProvider[]> => readOf(useRead(MyLinkedProvidersDocument, {}), ({ myLinkedIdentities }) => myLinkedIdentities);
export type OfferedProvider = MyCentreProvidersQuery['oidcProviders'][number];
/** Providers of the centre that is looked at. */
export const useCentreProviders = (organisationId: string | undefined): Read<readonly OfferedProvider[]> =>
  readOf(useRead(MyCentreProvidersDocument, { organisationId: organisationId ?? '' }, { pause: !organisationId }), ({ oidcProviders }) => oidcProviders);
/** Answers the page of the provider, from which the browser comes back linked. */
export const linkProvider = async (providerId: string): Promise<Answer<{ readonly url: string }>> =>
  answerOf((await mutate(LinkProviderDocument, { providerId, returnTo: '/me?tab=security' })).linkSignInProvider);
export const unlinkProvider = async (identityId: string): Promise<Answer<unknown>> => answerOf((await mutate(UnlinkProviderDocument, { identityId })).unlinkIdentity);

export type MyHours = Extract<MyAvailabilityQuery['availability'], { readonly __typename: 'Availability' }>;
export const useAvailability = (organisationId: string, personId: string): Read<MyHours> =>
  readOf(useRead(MyAvailabilityDocument, { organisationId, personId }), ({ availability }) => ('weekly' in availability ? availability : undefined));
export const saveAvailability = async (organisationId: string, { personId, zone, version, weekly, exceptions }: MyHours): Promise<Answer<{ readonly version: number }>> => {
  const input = { organisationId, personId, zone, expectedVersion: version, weekly: weekly.map(({ __typename: _, ...hours }) => hours), exceptions: exceptions.map(({ __typename: _, ...day }) => day) };
  return answerOf((await mutate(SaveMyAvailabilityDocument, { input })).setAvailability);
};
