import { AddSignInProvider } from './application/add-sign-in-provider.js';
import { ArriveInvited } from './application/arrive-invited.js';
import { AskToLink } from './application/ask-to-link.js';
import { ConfirmProviderLink } from './application/confirm-provider-link.js';
import { FinishProviderSignIn } from './application/finish-provider-sign-in.js';
import { LinkConfirmed } from './application/link-confirmed.js';
import { LinkToSelf } from './application/link-to-self.js';
import { ListLinkedIdentities } from './application/list-linked-identities.js';
import { ListSignInProviders } from './application/list-sign-in-providers.js';
import { ProviderArrivals } from './application/provider-arrivals.js';
import { ProviderClient } from './application/provider-client.js';
import { ProviderDirectory } from './application/provider-directory.js';
import { ProviderFlows } from './application/provider-flows.js';
import { ProviderSignOut } from './application/provider-sign-out.js';
import { RemoveSignInProvider } from './application/remove-sign-in-provider.js';
import { SignInAsUser } from './application/sign-in-as-user.js';
import { StartInvitedSignIn } from './application/start-invited-sign-in.js';
import { StartProviderSignIn } from './application/start-provider-sign-in.js';
import { UnlinkIdentity } from './application/unlink-identity.js';
import { UpdateSignInProvider } from './application/update-sign-in-provider.js';
import { SignInIdentityStore } from './persistence/sign-in-identity.store.js';
import { SignInProviderStore } from './persistence/sign-in-provider.store.js';

const flow = [ProviderDirectory, StartProviderSignIn, StartInvitedSignIn, FinishProviderSignIn, ConfirmProviderLink, ListLinkedIdentities, UnlinkIdentity];
const upkeep = [ListSignInProviders, AddSignInProvider, UpdateSignInProvider, RemoveSignInProvider];

/** Sign-in by an organisation's own provider. */
export const providerUseCases = [...flow, ...upkeep];

export const providerStores = [ProviderClient, ProviderFlows, ProviderArrivals, ProviderSignOut, ArriveInvited, AskToLink, LinkConfirmed, LinkToSelf, SignInAsUser, SignInIdentityStore, SignInProviderStore];
