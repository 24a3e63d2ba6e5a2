import { type Exchange, type Operation } from 'urql';
import { filter, makeSubject, merge, pipe, share, tap } from 'wonka';

/**
 * A query that is asked again while its answer is on the way goes out after that answer, once. Of two on the way at the same time
 * the older could arrive last and stay on the screen.
 */
export const inTurn: Exchange =
  ({ forward }) =>
  (operations) => {
    /** What is on the way, by key, with what was asked meanwhile. */
    const onTheWay = new Map<number, Operation | undefined>();
    const later = makeSubject<Operation>();
    const mayGo = (operation: Operation): boolean => {
      const { kind, key } = operation;
      if (kind === 'teardown') onTheWay.delete(key);
      if (kind !== 'query') return true;
      const isFirst = !onTheWay.has(key);
      onTheWay.set(key, isFirst ? undefined : operation);
      return isFirst;
    };
    const answered = (key: number): void => {
      const again = onTheWay.get(key);
      onTheWay.delete(key);
      if (!again) return;
      onTheWay.set(key, undefined);
      later.next(again);
    };
    return pipe(
      forward(share(merge([pipe(operations, filter(mayGo)), later.source]))),
      tap(({ operation }) => {
        if (operation.kind === 'query') answered(operation.key);
      }),
    );
  };
