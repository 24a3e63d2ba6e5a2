import { getNamedType, type GraphQLSchema, isObjectType } from 'graphql';

/** The one argument of a mutation is called `input` and is what its type is: it needs no words of its own. */
export function describeInputs(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const argument of types.flatMap((type) => Object.values(type.getFields()).flatMap(({ args }) => args))) {
    if (argument.name === 'input') argument.description ??= getNamedType(argument.type).description;
  }
  return schema;
}
