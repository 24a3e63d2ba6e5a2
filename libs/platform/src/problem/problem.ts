/** Values that a refusal carries so that an application can word it in the reader's language. */
export type ProblemValue = string | number | boolean | null | undefined | Date | readonly ProblemValue[] | { readonly [key: string]: ProblemValue };

/**
 * An expected refusal: an answer that a person can act on. It is returned, never thrown, stands in the API schema,
 * and is not logged as an error. Subclasses carry values, no sentences.
 */
export abstract class Problem {
  /** Stable, upper case with underscores; clients branch on it and texts are keyed by it. */
  abstract readonly code: string;
}

export function isProblem(value: unknown): value is Problem {
  return value instanceof Problem;
}
