import { MessagesModule } from '@app/messages';
import { Module } from '@nestjs/common';
import { peopleStores, peopleUseCases } from './people.providers.js';
import { providerStores, providerUseCases } from './provider.providers.js';
import { signInStores, signInUseCases } from './sign-in.providers.js';

/** Organisations, people, rights and sign-in. Its two halves list their providers in files of their own. */
@Module({
  imports: [MessagesModule],
  providers: [...signInUseCases, ...signInStores, ...providerUseCases, ...providerStores, ...peopleUseCases, ...peopleStores],
  exports: [...signInUseCases, ...providerUseCases, ...peopleUseCases],
})
export class IdentityModule {}
