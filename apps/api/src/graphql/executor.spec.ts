import { setTimeout as pause } from 'node:timers/promises';
import { buildSchema, GraphQLError, type GraphQLObjectType, parse } from 'graphql';
import { deadline, DeadlinePassed } from '@app/platform';
import { Executor } from './executor.js';

describe('the executor', () => {
  const schema = buildSchema(`
    input Filter { word: String = "any", size: Int }
    type Leaf { name: String!, broken: String }
    type Query { echo(filter: Filter, first: Int = 5): String, leaves: [Leaf!], slow: String }`);
  const set = (path: string, resolve: (source: unknown, args: Record<string, unknown>) => unknown): void => {
    const [type = '', name = ''] = path.split('.');
    const field = (schema.getType(type) as GraphQLObjectType).getFields()[name];
    if (field) field.resolve = resolve;
  };
  set('Query.echo', (_, { filter, first }) => JSON.stringify([filter, first]));
  set('Query.leaves', () => [{ name: 'a' }]);
  set('Leaf.broken', () => Promise.reject(new GraphQLError('told', { extensions: { code: 'FORBIDDEN' } })));
  const executor = new Executor(schema, 200);
  const threeTimes = async (source: string, variables: Record<string, unknown> = {}) => {
    const document = parse(source);
    const answers = [];
    for (let run = 0; run < 3; run++) answers.push(await executor.execute({ document, variables, context: {} }));
    return answers.map(({ data, errors }) => JSON.stringify({ data, errors }));
  };

  it.each([
    ['query ($word: String) { echo(filter: { word: $word, size: 1 }) }', {}],
    ['query ($filter: Filter, $first: Int) { echo(filter: $filter, first: $first) }', {}],
    ['query ($filter: Filter) { echo(filter: $filter) }', { filter: { size: 3 } }],
    ['query ($yes: Boolean!) { leaves { ...L } } fragment L on Leaf { name @include(if: $yes) __typename }', { yes: false }],
    ['{ leaves { name broken } }', {}],
  ])('answers %s the same the first time, the second and compiled', async (source, variables) => {
    const [first, second, third] = await threeTimes(source, variables);
    expect(second).toBe(first);
    expect(third).toBe(first);
  });

  it('keeps the codes of errors', async () => {
    const document = parse('{ leaves { broken } }');
    for (let run = 0; run < 3; run++) {
      const { errors } = await executor.execute({ document, variables: {}, context: {} });
      expect(errors?.[0]).toBeInstanceOf(GraphQLError);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  it('stops waiting when the time is over, and tells the resolver', async () => {
    let heard: AbortSignal | undefined;
    set('Query.slow', () => {
      heard = deadline();
      return new Promise(() => undefined);
    });
    await expect(executor.execute({ document: parse('{ slow }'), variables: {}, context: {} })).rejects.toBeInstanceOf(DeadlinePassed);
    expect(heard?.reason).toBeInstanceOf(DeadlinePassed);
  });

  it('lets who is in time know nothing of a deadline afterwards', async () => {
    let heard: AbortSignal | undefined;
    set('Query.slow', () => {
      heard = deadline();
      return 'quick';
    });
    expect(await executor.execute({ document: parse('{ slow }'), variables: {}, context: {} })).toEqual({ data: { slow: 'quick' } });
    await pause(300);
    expect(heard?.aborted).toBe(false);
    expect(deadline()).toBeUndefined();
  });
});
