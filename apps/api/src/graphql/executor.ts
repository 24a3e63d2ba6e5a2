import { type ApolloServerOptionsWithGateway } from '@apollo/server';
import { type ASTNode, type DocumentNode, execute, type ExecutionResult, GraphQLError, type GraphQLSchema, Kind, OperationTypeNode, visit } from 'graphql';
import { withDeadline } from '@app/platform';
import { type Call } from '../http/call.js';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';

/** How long one request may take in all; statements of the database have the same limit and are cancelled there. */
export const REQUEST_TIME = 5_000;

type Gateway = NonNullable<ApolloServerOptionsWithGateway<Call>['gateway']>;
type GatewayResult = Awaited<ReturnType<NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>>>;

interface Execution {
  readonly document: DocumentNode;
  /** Of the request; null or undefined where the document has one operation. */
  readonly operationName?: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
}

/**
 * Executes operations: a document that comes a second time is compiled by graphql-jit, which halves the CPU of large answers
 * (docs/decisions/graphql-jit.md). A request that takes too long is answered as timed out, and what it still does is stopped.
 */
export class Executor {
  private readonly seen = new WeakMap<DocumentNode, Map<string, CompiledQuery | 'once' | 'never'>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly time = REQUEST_TIME,
  ) {}

  execute(execution: Execution): Promise<ExecutionResult> {
    return withDeadline(this.time, () => this.run(execution));
  }

  private async run(execution: Execution): Promise<ExecutionResult> {
    const compiled = this.compiled(execution);
    if (!compiled) {
      const { document, operationName, variables, context } = execution;
      return execute({ schema: this.schema, document, operationName, variableValues: variables, contextValue: context });
    }
    const result = await compiled.query(undefined, execution.context, execution.variables);
    return result.errors ? { ...result, errors: result.errors.map(realError) } : result;
  }

  private compiled({ document, operationName }: Execution): CompiledQuery | undefined {
    let operations = this.seen.get(document);
    if (!operations) {
      operations = new Map<string, CompiledQuery | 'once' | 'never'>();
      this.seen.set(document, operations);
    }
    const name = operationName ?? '';
    const known = operations.get(name);
    if (known === undefined) operations.set(name, 'once');
    else if (known === 'once') operations.set(name, this.compile(document, operationName));
    const state = operations.get(name);
    return typeof state === 'object' ? state : undefined;
  }

  /** What the compiler cannot take is executed the plain way for ever. */
  private compile(document: DocumentNode, operationName: string | null | undefined): CompiledQuery | 'never' {
    if (!compilesFaithfully(document)) return 'never';
    const compiled = compileQuery(this.schema, document, operationName ?? undefined, { useExperimentalPathBasedSkipInclude: true });
    return isCompiledQuery(compiled) ? compiled : 'never';
  }
}

/**
 * Queries only, and none with a variable inside a literal (`{ word: $word }`): there graphql-jit puts null in the place of a variable
 * that was left out, and the field loses its default.
 */
function compilesFaithfully(document: DocumentNode): boolean {
  let faithful = document.definitions.every((definition) => definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === OperationTypeNode.QUERY);
  const look = (literal: ASTNode): void => {
    visit(literal, { Variable: () => void (faithful = false) });
  };
  visit(document, { ObjectValue: look, ListValue: look });
  return faithful;
}

/** graphql-jit's errors only look like GraphQLError; Apollo shows those of the real class alone. */
function realError(error: Pick<GraphQLError, 'message' | 'nodes' | 'path' | 'originalError' | 'extensions'>): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const { message, nodes, path, originalError, extensions } = error;
  return new GraphQLError(message, { nodes, path, originalError, extensions: { ...originalErrorExtensions(originalError), ...extensions } });
}

function originalErrorExtensions(error: Error | undefined): Record<string, unknown> {
  return error instanceof GraphQLError ? { ...error.extensions } : {};
}

/** Apollo takes another executor only through its door for gateways. */
export function throughGatewayDoor(schema: () => GraphQLSchema): Gateway {
  return {
    load: async () => {
      const executor = new Executor(schema());
      return {
        executor: ({ document, request, context }) =>
          executor.execute({ document, operationName: request.operationName, variables: request.variables ?? {}, context }) as Promise<GatewayResult>,
      };
    },
    onSchemaLoadOrUpdate: (listener) => {
      listener({ apiSchema: schema(), coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => undefined,
  };
}
