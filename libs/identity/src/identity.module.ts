import { MessagesModule } from '@app/messages';
import { Module } from '@nestjs/common';
import { CreateApiKey } from './application/create-api-key.js';
import { FindService } from './application/find-service.js';
import { ListApiKeys } from './application/list-api-keys.js';
import { RevokeApiKey } from './application/revoke-api-key.js';
import { ApiKeyStore } from './persistence/api-key.store.js';
import { peopleStores, peopleUseCases } from './people.providers.js';
import { privacyInnerSteps, privacyUseCases } from './privacy.providers.js';
import { providerStores, providerUseCases } from './provider.providers.js';
import { signInStores, signInUseCases } from './sign-in.providers.js';

const apiKeys = [CreateApiKey, FindService, ListApiKeys, RevokeApiKey];

/** Organisations, people, rights and sign-in. Its two halves list their providers in files of their own. */
@Module({
  imports: [MessagesModule],
  providers: [...signInUseCases, ...signInStores, ...providerUseCases, ...providerStores, ...peopleUseCases, ...peopleStores, ...privacyUseCases, ...privacyInnerSteps, ...apiKeys, ApiKeyStore],
  exports: [...signInUseCases, ...providerUseCases, ...peopleUseCases, ...privacyUseCases, ...apiKeys],
})
export class IdentityModule {}
