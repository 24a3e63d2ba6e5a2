import { GraphQLScalarType, Kind } from 'graphql';
import { badValue, isRealDay } from './date-time.scalar.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function wallScalar(name: string, description: string, accepts: (value: string) => boolean, example: string): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !accepts(value)) throw badValue(example);
    return value;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: (value) => String(value).slice(0, name === 'LocalTime' ? 5 : 10),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** A day on the wall calendar; in code a string, as in the database's date. `@Field(() => LocalDate)`. */
export const LocalDate = wallScalar('LocalDate', 'A day without zone, such as "2027-03-29".', (value) => DAY.test(value) && isRealDay(value), 'a day such as "2027-03-29"');

/** A time on the wall clock; in code a string. `@Field(() => LocalTime)`. */
export const LocalTime = wallScalar('LocalTime', 'A time on the wall clock without zone, such as "18:00".', (value) => TIME.test(value), 'a time such as "18:00"');
