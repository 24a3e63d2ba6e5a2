import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';

describe('the printed schema', () => {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));
  const answers = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const hasFields = [...answers, ...types.filter(isInputObjectType)];
  const silent = (things: readonly { readonly name: string; readonly description?: string | null }[], of = ''): readonly string[] => things.filter(({ description }) => !description?.trim()).map(({ name }) => of + name);

  it('says in plain words what every type, field and argument is', () => {
    expect(types.length).toBeGreaterThan(300);
    expect(silent(types.filter(({ name }) => !['Query', 'Mutation', 'Subscription'].includes(name)))).toEqual([]);
    expect(hasFields.flatMap((type) => silent(Object.values(type.getFields()), `${type.name}.`))).toEqual([]);
    expect(answers.flatMap((type) => Object.values(type.getFields()).flatMap(({ name, args }) => silent(args, `${type.name}.${name} `)))).toEqual([]);
  });
});
