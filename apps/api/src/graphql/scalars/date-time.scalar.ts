import { type CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Passes ISO strings of the database through: rows of json_agg need no Date objects. */
@Scalar('DateTime', () => Date)
export class DateTimeScalar implements CustomScalar<string, Date> {
  readonly description = 'An instant in ISO 8601 with seconds and offset, such as "2027-03-29T16:00:00Z".';

  serialize(value: unknown): string {
    if (value instanceof Date) return value.toISOString();
    if (typeof value === 'string') return value;
    throw new TypeError('A DateTime must be a Date or an ISO string.');
  }

  parseValue(value: unknown): Date {
    const instant = typeof value === 'string' && isRealDay(INSTANT.exec(value)?.[1]) ? new Date(value) : undefined;
    if (!instant || Number.isNaN(instant.getTime())) throw badValue('an instant such as "2027-03-29T16:00:00Z"');
    return instant;
  }

  parseLiteral(node: ValueNode): Date {
    return this.parseValue(node.kind === Kind.STRING ? node.value : undefined);
  }
}

/** Node turns 30 February into 2 March; we do not. */
export function isRealDay(day: string | undefined): boolean {
  if (!day) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

export function badValue(expected: string): GraphQLError {
  return new GraphQLError(`Expected ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}
