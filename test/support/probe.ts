import { randomUUID } from 'node:crypto';
import {
  getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLOutputType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType, isUnionType,
} from 'graphql';

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

/** What to put where an id is asked for; by default one that nobody has. */
export type ChooseId = (name: string) => string;

/** Strings that a rule would refuse before anybody looks at the ids beside them. */
const words: Readonly<Record<string, string>> = {
  email: 'probe@example.org', zone: 'Europe/Brussels', startsAt: '2027-03-29T18:00', endsAt: '2027-03-29T19:00', from: '2027-03-29T18:00', to: '2027-03-29T19:00', language: 'fr', country: 'BE',
};

interface ProbeWishes {
  readonly chooseId?: ChooseId;
  /** Ids are given where they may be left out as well. */
  readonly everyId?: boolean;
}

/** The smallest document that calls a root field, with made-up values for what is required. */
export function probeFor(root: 'query' | 'mutation', field: GraphQLField<unknown, unknown>, wishes: ProbeWishes = {}): string {
  const args = field.args.filter((arg) => isWanted(arg, wishes)).map((arg) => `${arg.name}: ${literal(arg.type, arg.name, wishes)}`);
  return `${root} { ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selectionOf(getNamedType(field.type))} }`;
}

/** Names of all ids that a root field takes, however deep. */
export function idsOf(field: GraphQLField<unknown, unknown>): readonly string[] {
  const inside = (type: GraphQLInputType, name: string): readonly string[] => {
    const named = getNamedType(type);
    if (isInputObjectType(named)) return Object.values(named.getFields()).flatMap((each) => inside(each.type, each.name));
    return named.name === 'ID' ? [name] : [];
  };
  return [...new Set(field.args.flatMap((arg) => inside(arg.type, arg.name)))];
}

/** Which refusal it is is told; of everything else the kind alone. */
function selectionOf(type: GraphQLOutputType): string {
  if (isLeafType(type)) return '';
  const refusals = isUnionType(type) && type.getTypes().some((each) => each.getInterfaces().some(({ name }) => name === 'Problem'));
  return refusals ? ' { __typename ... on Problem { code message } }' : ' { __typename }';
}

function isWanted(input: GraphQLArgument | GraphQLInputField, { everyId = false }: ProbeWishes): boolean {
  const required = isNonNullType(input.type) && input.defaultValue === undefined;
  return required || (everyId && getNamedType(input.type).name === 'ID');
}

function literal(type: GraphQLInputType, name: string, wishes: ProbeWishes): string {
  if (isNonNullType(type)) return literal(type.ofType, name, wishes);
  if (isListType(type)) return `[${literal(type.ofType, name, wishes)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (!isInputObjectType(type)) return JSON.stringify(valueOf(type.name, name, wishes));
  const wanted = Object.values(type.getFields()).filter((field) => isWanted(field, wishes));
  return `{ ${wanted.map((field) => `${field.name}: ${literal(field.type, field.name, wishes)}`).join(', ')} }`;
}

function valueOf(scalar: string, name: string, { chooseId }: ProbeWishes): unknown {
  if (scalar === 'ID' && chooseId) return chooseId(name);
  const sample = samples[scalar];
  if (!sample) throw new Error(`No sample for the scalar ${scalar}: add one to test/support/probe.ts.`);
  return scalar === 'String' ? (words[name] ?? sample()) : sample();
}
