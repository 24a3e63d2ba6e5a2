import { Field, type FieldOptions, ObjectType, type ReturnTypeFunc } from '@nestjs/graphql';
import { defineTexts, type Language, type Problem, type TextOptions, type Texts, type TextValues } from '@app/platform';
import { ProblemInterface } from './problem.interface.js';

/** A domain class of refusals. */
export type ProblemClass<P extends Problem = Problem> = abstract new (...values: never[]) => P;

/** A field of a refusal, with what it says in plain words. */
export interface ProblemField {
  readonly type: ReturnTypeFunc;
  readonly options: FieldOptions & { readonly description: string };
}

/** `until: shown(() => Date, 'Until when it is taken.')`. */
export const shown = (type: ReturnTypeFunc, description: string, options: FieldOptions = {}): ProblemField => ({ type, options: { ...options, description } });

export interface ProblemTypeOptions<P extends Problem> {
  /** When this answer comes, in plain words. */
  readonly description: string;
  /** ICU messages: what is wrong and how to mend it. Their values are the problem's own fields. */
  readonly texts: Readonly<Record<Language, string>>;
  /** Values of the text that are not fields of the problem as they stand. */
  readonly values?: (problem: P, language: Language) => TextValues;
  /** Zone in which dates of the text are worded. */
  readonly zone?: (problem: P) => string;
  /** Fields of the problem that the schema shows, beside code and message: `{ until: shown(() => Date, 'Until when.') }`. */
  readonly fields?: Readonly<Partial<Record<Exclude<keyof P, 'code'> & string, ProblemField>>>;
}

interface Wording {
  readonly problem: ProblemClass;
  readonly texts: Texts<'message'>;
  readonly values: (problem: Problem, language: Language) => TextValues;
  readonly options: (problem: Problem) => TextOptions;
}

const wordings = new Map<string, Wording>();

/**
 * Declares the GraphQL type of a domain problem, so that the domain needs no decorators:
 *
 *     export const RoomTakenType = problemType(RoomTaken, {
 *       description: 'Somebody else has the room at that time.',
 *       texts: { fr: '…', nl: '…', de: '…', en: '{room} is taken until {until, time, short}.' },
 *       fields: { until: shown(() => Date, 'Until when it is taken.') },
 *     });
 *
 * The type has the name of the class; two problems of one name stop the start. Use it as a member of `resultUnion`.
 */
export function problemType<P extends Problem>(problem: ProblemClass<P>, options: ProblemTypeOptions<P>): new () => ProblemInterface {
  if (wordings.has(problem.name)) throw new Error(`The problem ${problem.name} has two GraphQL types.`);
  class ProblemObject extends ProblemInterface {}
  Object.defineProperty(ProblemObject, 'name', { value: problem.name });
  for (const [name, field] of Object.entries(options.fields ?? {}) as [string, ProblemField][]) {
    Field(field.type, field.options)(ProblemObject.prototype, name);
  }
  ObjectType(problem.name, { implements: () => ProblemInterface, description: options.description })(ProblemObject);
  wordings.set(problem.name, wordingOf(problem, options));
  return ProblemObject;
}

function wordingOf<P extends Problem>(problem: ProblemClass<P>, { texts, values, zone }: ProblemTypeOptions<P>): Wording {
  const keyed = { fr: { message: texts.fr }, nl: { message: texts.nl }, de: { message: texts.de }, en: { message: texts.en } };
  return {
    problem,
    texts: defineTexts(keyed),
    values: (refusal, language) => ({ ...plainValues(refusal), ...values?.(refusal as P, language) }),
    options: (refusal) => ({ zone: zone?.(refusal as P) }),
  };
}

/** The domain class of a GraphQL problem type, by its name. */
export function problemClass(name: string): ProblemClass | undefined {
  return wordings.get(name)?.problem;
}

/** The sentence of a refusal in a language. */
export function wordProblem(problem: Problem, language: Language): string {
  const wording = wordings.get(problem.constructor.name);
  if (!wording) throw new Error(`The problem ${problem.constructor.name} has no GraphQL type: declare it with problemType().`);
  return wording.texts.render('message', language, wording.values(problem, language), wording.options(problem));
}

function plainValues(problem: Problem): TextValues {
  const plain = Object.entries(problem).filter(([, value]) => value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value));
  return Object.fromEntries(plain);
}
