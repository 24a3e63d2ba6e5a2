import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { type Log, Settings } from '@app/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Calls } from '../http/calls.js';
import { LOG } from '../server/log.token.js';
import { answers } from './answers.plugin.js';
import { prepareSchema } from './prepare-schema.js';
import { DateTimeScalar } from './scalars/date-time.scalar.js';

/** GraphQL, code first: resolvers of the context modules, guarded and worded by prepareSchema. */
@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [Settings, Calls, LOG],
      useFactory: (settings: Settings, calls: Calls, log: Log): ApolloDriverConfig => graphqlOptions(settings, calls, log),
    }),
  ],
  providers: [DateTimeScalar],
})
export class GraphqlApiModule {}

function graphqlOptions(settings: Settings, calls: Calls, log: Log): ApolloDriverConfig {
  const { plugin, formatError } = answers(log);
  return {
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: prepareSchema,
    context: (req: FastifyRequest, reply: FastifyReply) => calls.of(req, reply),
    // NODE_ENV decides nothing here.
    introspection: settings.API_EXPLORER,
    hideSchemaDetailsFromClientErrors: !settings.API_EXPLORER,
    graphiql: false,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    autoTransformHttpErrors: false,
    preserveHttpStatusForExecutionErrors: false,
    formatError,
    plugins: [ApolloServerPluginCacheControlDisabled(), plugin],
  };
}
