import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { InMemoryLRUCache } from '@apollo/utils.keyvaluecache';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { type Log, RememberedRequests, Settings } from '@app/platform';
import { type GraphQLSchema } from 'graphql';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CLIENT_HEADER } from '../http/foreign-requests.js';
import { Calls } from '../http/calls.js';
import { LOG } from '../server/log.token.js';
import { answers } from './answers.plugin.js';
import { throughGatewayDoor } from './executor.js';
import { limits, limitsPlugin, sizeRule } from './limits/limits.plugin.js';
import { RegisteredDocuments } from './registered/registered-documents.js';
import { prepareSchema } from './prepare-schema.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';

/** Documents of programs are parsed and checked once while they stay in this cache. */
const DOCUMENT_CACHE_BYTES = 20_000_000;

interface Parts {
  readonly settings: Settings;
  readonly calls: Calls;
  readonly log: Log;
  readonly registered: RegisteredDocuments;
  readonly remembered: RememberedRequests;
}

const named = ([settings, calls, log, registered, remembered]: [Settings, Calls, Log, RegisteredDocuments, RememberedRequests]): Parts => ({ settings, calls, log, registered, remembered });

/** GraphQL, code first: resolvers of the context modules, guarded and worded by prepareSchema. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Settings, Calls, LOG, RegisteredDocuments, RememberedRequests],
      useFactory: (...parts: [Settings, Calls, Log, RegisteredDocuments, RememberedRequests]): ApolloDriverConfig => graphqlOptions(named(parts)),
    }),
  ],
  providers: [DateTimeScalar],
  exports: [GraphQLModule],
})
export class GraphqlApiModule {}

function graphqlOptions({ settings, calls, log, registered, remembered }: Parts): ApolloDriverConfig {
  const { plugin, formatError } = answers(log);
  let schema: GraphQLSchema | undefined;
  const options: ApolloDriverConfig = {
    path: '/graphql',
    autoSchemaFile: true,
    transformSchema: (made) => (schema = prepareSchema(made, () => remembered)),
    context: (req: FastifyRequest, reply: FastifyReply) => calls.of(req, reply),
    // NODE_ENV decides nothing here.
    introspection: settings.API_EXPLORER,
    hideSchemaDetailsFromClientErrors: !settings.API_EXPLORER,
    graphiql: false,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: [CLIENT_HEADER, 'authorization'] },
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    parseOptions: { maxTokens: limits.tokens },
    documentStore: new InMemoryLRUCache({ maxSize: DOCUMENT_CACHE_BYTES }),
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), limitsPlugin(), plugin],
    validationRules: [sizeRule(registered)],
  };
  const gateway = throughGatewayDoor(() => {
    if (!schema) throw new Error('The schema is not made yet.');
    return schema;
  });
  return Object.assign(options, { gateway });
}
