import { IdentityModule } from '@app/identity';
import { Module } from '@nestjs/common';
import { GraphqlApiModule } from '../graphql/graphql-api.module.js';
import { ApiKeysResolver } from './api-keys.resolver.js';

/** Keys of programs. */
@Module({ imports: [IdentityModule, GraphqlApiModule], providers: [ApiKeysResolver] })
export class ApiKeysApiModule {}
