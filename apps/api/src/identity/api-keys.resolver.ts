import { Args, GraphQLSchemaHost, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CreateApiKey, ListApiKeys, RevokeApiKey } from '@app/identity';
import { Actor, InvalidInput, isProblem } from '@app/platform';
import { Allow, connection, CurrentActor, pageRequest, SecretAnswer } from '../graphql/index.js';
import { scopesOf } from '../graphql/access/scopes.js';
import { ApiKeysArgs, ApiKeysResult, CreateApiKeyInput, CreateApiKeyResult, RevokeApiKeyInput, RevokeApiKeyResult } from './api-keys.types.js';

@Resolver()
export class ApiKeysResolver {
  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly list: ListApiKeys,
    private readonly create: CreateApiKey,
    private readonly revoke: RevokeApiKey,
  ) {}

  @Query(() => [String], { description: 'What a key may be made for: the scopes that operations of this installation ask for.' })
  @Allow('manager')
  apiKeyScopes(): readonly string[] {
    return scopesOf(this.schemaHost.schema);
  }

  @Query(() => ApiKeysResult, { description: 'The keys of an organisation, the newest first.' })
  @Allow('manager')
  async apiKeys(@CurrentActor() actor: Actor, @Args() args: ApiKeysArgs) {
    const page = await this.list.execute(actor, args.organisationId, pageRequest(args));
    return isProblem(page) ? page : connection(page, (key) => [key.id]);
  }

  @Mutation(() => CreateApiKeyResult, { description: 'Makes a key with which a program may act in the organisation.' })
  @Allow('manager')
  @SecretAnswer()
  createApiKey(@CurrentActor() actor: Actor, @Args('input') input: CreateApiKeyInput) {
    const known = new Set(scopesOf(this.schemaHost.schema));
    const faults = input.scopes.flatMap((scope, index) => (known.has(scope) ? [] : [{ field: `scopes.${index}`, reason: 'value.unknown' }]));
    return faults.length > 0 ? new InvalidInput(faults) : this.create.execute(actor, input);
  }

  @Mutation(() => RevokeApiKeyResult, { description: 'Ends a key for good.' })
  @Allow('manager')
  revokeApiKey(@CurrentActor() actor: Actor, @Args('input') input: RevokeApiKeyInput) {
    return this.revoke.execute(actor, input);
  }
}
