import { randomUUID } from 'node:crypto';
import { getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';

const samples: Readonly<Record<string, () => unknown>> = {
  ID: () => randomUUID(),
  String: () => 'probe',
  Int: () => 1,
  Float: () => 1,
  Boolean: () => false,
  DateTime: () => '2027-03-29T16:00:00Z',
  LocalDate: () => '2027-03-29',
  LocalTime: () => '18:00',
};

/** The smallest document that calls a root field, with made-up values for what is required. */
export function probeFor(root: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const args = field.args.filter(isRequired).map((arg) => `${arg.name}: ${literal(arg.type)}`);
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return `${root} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection} }`;
}

function isRequired(input: GraphQLArgument | GraphQLInputField): boolean {
  return isNonNullType(input.type) && input.defaultValue === undefined;
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) return `{ ${Object.values(type.getFields()).filter(isRequired).map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  const sample = samples[type.name];
  if (!sample) throw new Error(`No sample for the scalar ${type.name}: add one to test/support/probe.ts.`);
  return JSON.stringify(sample());
}
