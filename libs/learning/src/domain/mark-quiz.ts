/** The indexes of the answers that somebody chose for each question. */
export type Choices = readonly (readonly number[])[];

export interface MarkedQuiz {
  readonly rightCount: number;
  readonly questionCount: number;
  readonly questions: readonly { readonly isRight: boolean; readonly right: readonly number[] }[];
}

/** A question counts when exactly its right answers were chosen, no more and no fewer. */
export function markQuiz(solution: readonly (readonly boolean[])[], choices: Choices): MarkedQuiz {
  const questions = solution.map((answers, index) => {
    const right = answers.flatMap((isRight, answer) => (isRight ? [answer] : []));
    const chosen = [...new Set(choices[index] ?? [])].sort((a, b) => a - b);
    return { right, isRight: right.length > 0 && chosen.length === right.length && chosen.every((answer, at) => answer === right[at]) };
  });
  return { questions, questionCount: questions.length, rightCount: questions.filter(({ isRight }) => isRight).length };
}
