import { markQuiz } from './mark-quiz.js';

describe('a self-check quiz', () => {
  it('counts a question when exactly the right answers were chosen', () => {
    const solution = [[true, false], [true, true, false], [false, true]];
    expect(markQuiz(solution, [[0], [1, 0, 0], [0]])).toEqual({
      rightCount: 2, questionCount: 3,
      questions: [{ isRight: true, right: [0] }, { isRight: true, right: [0, 1] }, { isRight: false, right: [1] }],
    });
    expect(markQuiz(solution, [[0, 1], [0]]).rightCount).toBe(0);
  });

  it('gives nothing for silence, not even where no answer is right', () => {
    expect(markQuiz([[false, false]], [[]]).rightCount).toBe(0);
    expect(markQuiz([[true]], []).rightCount).toBe(0);
  });
});
