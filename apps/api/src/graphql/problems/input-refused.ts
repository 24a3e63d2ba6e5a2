import { type ArgumentMetadata, Injectable, type PipeTransform, ValidationPipe } from '@nestjs/common';
import { type Fault, InvalidInput } from '@app/platform';
import { type ValidationError } from 'class-validator';
import { type GraphQLSchema, GraphQLUnionType, getNamedType, type GraphQLField, GraphQLError } from 'graphql';
import { type Call } from '../../http/call.js';
import { wordFault } from './faults.js';

/** Thrown by the validation of inputs; becomes an InvalidInput answer where the field has one, else an error BAD_USER_INPUT. */
export class InputRefused extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super('The input was refused.');
  }
}

/** What class-validator calls it → the reason in our words; the values come from the constraint's own arguments. */
const reasons: Readonly<Record<string, string>> = {
  isNotEmpty: 'value.missing',
  isDefined: 'value.missing',
  isString: 'value.unexpected',
  isIn: 'value.unknown',
  isEnum: 'value.unknown',
  maxLength: 'text.too-long',
  minLength: 'text.too-short',
  isLength: 'text.too-long',
  min: 'number.too-small',
  max: 'number.too-large',
  isInt: 'number.whole',
  isEmail: 'email.malformed',
  isUuid: 'id.malformed',
  arrayMaxSize: 'list.too-long',
  arrayMinSize: 'list.too-short',
  isDate: 'date.malformed',
  whitelistValidation: 'field.unknown',
};

/** Every fault of an input, nested ones with their path. A constraint whose message is a reason of ours ("zone.unknown") keeps it. */
export function faultsOf(errors: readonly ValidationError[], path = ''): readonly Fault[] {
  return errors.flatMap((error) => {
    const field = path ? `${path}.${error.property}` : error.property;
    const own = Object.entries(error.constraints ?? {}).map(([name, message]) => ({ field, ...reasonOf(name, message) }));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

function reasonOf(constraint: string, message: string): Omit<Fault, 'field'> {
  if (/^[a-z]+(-[a-z]+)*\.[a-z-]+$/.test(message)) return { reason: message };
  const limit = Number(/-?\d+(\.\d+)?/.exec(message)?.[0]);
  const values = Number.isNaN(limit) ? undefined : { max: limit, min: limit };
  return { reason: reasons[constraint] ?? 'value.unexpected', values };
}

/** class-validator on every argument that is a class; faults come back as data. */
@Injectable()
export class InputPipe implements PipeTransform {
  private readonly validation = new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new InputRefused(faultsOf(errors)),
  });

  transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return this.validation.transform(value, metadata);
  }
}

/** Turns InputRefused into the field's own InvalidInput where its union has one. */
export function answerRefusedInput(schema: GraphQLSchema): GraphQLSchema {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {}) as GraphQLField<unknown, Call>[]) catchRefusedInput(field);
  }
  return schema;
}

function catchRefusedInput(field: GraphQLField<unknown, Call>): void {
  const { resolve } = field;
  const type = getNamedType(field.type);
  const answersIt = type instanceof GraphQLUnionType && type.getTypes().some((member) => member.name === 'InvalidInput');
  if (!resolve) return;
  field.resolve = async (source, args, call, info) => {
    try {
      return await resolve(source, args, call, info);
    } catch (error) {
      if (!(error instanceof InputRefused)) throw error;
      if (answersIt) return new InvalidInput(error.faults);
      const faults = error.faults.map((fault) => ({ field: fault.field, reason: fault.reason, message: wordFault(fault, call.language) }));
      throw new GraphQLError('The input cannot be accepted.', { extensions: { code: 'BAD_USER_INPUT', faults } });
    }
  };
}
