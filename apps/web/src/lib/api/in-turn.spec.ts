import { type Client, type ExchangeInput, gql, makeOperation, type Operation, type OperationResult } from 'urql';
import { filter, makeSubject, mergeMap, pipe, subscribe, takeUntil } from 'wonka';
import { inTurn } from './in-turn';

/** A line whose answers come when the test says so. */
function line() {
  const asked: Operation[] = [];
  const answers = makeSubject<OperationResult>();
  const shown: unknown[] = [];
  const operations = makeSubject<Operation>();
  const forward: ExchangeInput['forward'] = (incoming) =>
    pipe(
      incoming,
      mergeMap((operation) => {
        asked.push(operation);
        return pipe(answers.source, filter((answer) => answer.operation === operation), takeUntil(pipe(incoming, filter((other) => other.kind === 'teardown'))));
      }),
    );
  const client = {} as Client;
  pipe(inTurn({ forward, client, dispatchDebug: () => undefined })(operations.source), subscribe(({ data }) => shown.push(data)));
  const answer = (index: number, data: unknown): void => answers.next({ operation: asked[index]!, data, stale: false, hasNext: false });
  const ask = (operation: Operation): void => operations.next(operation);
  return { asked, shown, ask, answer };
}

const query = gql`
  query Sheet {
    sheet
  }
`;
const operation = (kind: Operation['kind'] = 'query', key = 1): Operation => makeOperation(kind, { key, query, variables: {} }, { url: '/graphql', requestPolicy: 'network-only' });

describe('queries that are asked again while their answer is on the way', () => {
  it('go out after the answer, once, so that no older answer arrives last', () => {
    const { asked, shown, ask, answer } = line();
    ask(operation());
    ask(operation());
    ask(operation());
    expect(asked).toHaveLength(1);
    answer(0, 'before');
    expect(asked).toHaveLength(2);
    answer(1, 'after');
    expect([shown, asked.length]).toEqual([['before', 'after'], 2]);
  });

  it('do not hold up others, nor what is asked later', () => {
    const { asked, ask, answer } = line();
    ask(operation());
    ask(operation('query', 2));
    ask(operation('mutation', 1));
    expect(asked).toHaveLength(3);
    answer(0, 'first');
    ask(operation());
    expect(asked).toHaveLength(4);
  });

  it('are forgotten with the screen that asked, and asked anew by the next one', () => {
    const { asked, ask } = line();
    ask(operation());
    ask(operation());
    ask(operation('teardown'));
    ask(operation());
    expect(asked.filter(({ kind }) => kind === 'query')).toHaveLength(2);
  });
});
