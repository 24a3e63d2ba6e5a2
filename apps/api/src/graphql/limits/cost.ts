import {
  type DocumentNode, type FieldNode, getNamedType, getNullableType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isCompositeType,
  isInterfaceType, isListType, isObjectType, Kind, type OperationDefinitionNode, type SelectionSetNode, type ValueNode,
} from 'graphql';

/** What a list without `first` is taken to hold. */
const ASSUMED_LENGTH = 10;
const MOST_VISITS = 20_000;

export interface Cost {
  /** Objects that the answer may hold. */
  readonly objects: number;
  /** The largest `first` asked for anywhere. */
  readonly largestPage: number;
}

export interface AskedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Place {
  readonly type: GraphQLNamedType;
  /** How many objects of this type the answer may hold at this place. */
  readonly times: number;
  /** `first` of the connection that this place belongs to. */
  readonly page?: number;
}

/** The most objects that an operation can ask for, before anything is executed; counting stops where it passes `enough`. */
export function costOf(schema: GraphQLSchema, asked: AskedOperation, enough: number): Cost {
  const { document, operation, variables } = asked;
  const fragments = new Map(document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
  let objects = 0;
  let largestPage = 0;
  let visits = 0;

  const walk = (set: SelectionSetNode, place: Place): void => {
    for (const selection of set.selections) {
      visits += 1;
      if (visits > MOST_VISITS) objects = Infinity;
      if (objects > enough) return;
      if (selection.kind === Kind.FIELD) walkField(selection, place);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet, narrowed(place, selection.typeCondition?.name.value));
      else walkFragment(selection.name.value, place);
    }
  };
  const narrowed = (place: Place, name: string | undefined): Place => ({ ...place, type: (name ? schema.getType(name) : undefined) ?? place.type });
  const walkFragment = (name: string, place: Place): void => {
    const fragment = fragments.get(name);
    if (fragment) walk(fragment.selectionSet, narrowed(place, fragment.typeCondition.name.value));
  };
  const walkField = (node: FieldNode, place: Place): void => {
    const field = isObjectType(place.type) || isInterfaceType(place.type) ? place.type.getFields()[node.name.value] : undefined;
    if (!field) return;
    const page = pageOf(node, field, variables);
    largestPage = Math.max(largestPage, page ?? 0);
    const type = getNamedType(field.type);
    if (!isCompositeType(type) || !node.selectionSet) return;
    const times = place.times * (isListType(getNullableType(field.type)) ? (place.page ?? ASSUMED_LENGTH) : 1);
    objects += times;
    walk(node.selectionSet, { type, times, page });
  };

  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, { type: root, times: 1 });
  return { objects, largestPage };
}

/** The value of the argument `first`, as far as it can be read before execution. */
function pageOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Readonly<Record<string, unknown>>): number | undefined {
  const declared = field.args.find((arg) => arg.name === 'first');
  if (!declared) return undefined;
  const given = node.arguments?.find((arg) => arg.name.value === 'first');
  const value = given ? valueOf(given.value, variables) : undefined;
  return typeof value === 'number' ? value : Number(declared.defaultValue ?? ASSUMED_LENGTH);
}

function valueOf(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  return node.kind === Kind.INT ? Number(node.value) : undefined;
}
