import { isProblem } from '@app/platform';

/** The answer of a use case that a test relies on; a refusal ends the test with its reason. */
export function must<T>(answer: T): Exclude<T, { readonly code: string }> {
  if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { readonly code: string }>;
}
