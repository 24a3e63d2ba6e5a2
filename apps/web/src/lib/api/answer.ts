/** One thing that is wrong with what was entered; the message is in the reader's language. */
export interface Fault {
  readonly field: string;
  readonly reason: string;
  readonly message: string;
}

/** An answer that refuses: the server words it in the reader's language and says how to mend it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly faults: readonly Fault[];
  /** One sentence for each thing in the way, when there are several: every clash of a series. */
  readonly details: readonly string[];
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const done = <T>(value: T): Answer<T> => ({ ok: true, value });
export const refused = <T = never>(refusal: Refusal): Answer<T> => ({ ok: false, refusal });

interface ProblemShape {
  readonly code: string;
  readonly message: string;
  readonly faults?: readonly Fault[];
  readonly clashes?: readonly { readonly message: string }[];
}

/** What a result union holds: the thing asked for, or one of the refusals. */
export function isRefusal<T extends object>(result: T): result is Extract<T, ProblemShape> {
  return 'code' in result && 'message' in result && typeof result.code === 'string' && typeof result.message === 'string';
}

export function refusalOf(problem: ProblemShape): Refusal {
  const details = (problem.clashes ?? []).map((clash) => clash.message).filter((sentence) => sentence !== problem.message);
  return { code: problem.code, message: problem.message, faults: problem.faults ?? [], details };
}

/** Splits a result union into the thing that worked and the refusal. */
export function answerOf<T extends { readonly __typename?: string }>(result: T): Answer<Exclude<T, { readonly code: string; readonly message: string }>> {
  return isRefusal(result) ? refused(refusalOf(result)) : done(result as Exclude<T, { readonly code: string; readonly message: string }>);
}

/** Hands on what is needed of an answer that worked. */
export const mapAnswer = <T, U>(answer: Answer<T>, change: (value: T) => U): Answer<U> => (answer.ok ? done(change(answer.value)) : answer);
