import { type AnswerCodec, isProblem } from '@app/platform';
import { problemClass } from '../problems/problem-type.js';

const PROBLEM = '$problem';

/** Keeps what a mutation answered: rows as they are, refusals with the name of their class. Instants become ISO strings, as in the API. */
export const answerCodec: AnswerCodec<unknown> = {
  toJson: (answer) => (isProblem(answer) ? { ...answer, [PROBLEM]: answer.constructor.name } : answer),
  fromJson: (json) => {
    if (typeof json !== 'object' || json === null || !(PROBLEM in json)) return json;
    const { [PROBLEM]: name, ...values } = json;
    const made = problemClass(String(name));
    if (!made) throw new Error(`A remembered answer names the problem ${String(name)}, which is not declared any more.`);
    return Object.assign(Object.create(made.prototype as object) as object, values);
  },
};
