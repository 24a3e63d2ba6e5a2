import { estimateMinutes } from './reading-time.js';

describe('the time that a lesson takes', () => {
  it('counts reading, assignments and quizzes, in steps of five minutes', () => {
    expect(estimateMinutes({ characters: 9_000, assignments: 1, quizzes: 2 })).toBe(50);
    expect(estimateMinutes({ characters: 9_001, assignments: 0, quizzes: 0 })).toBe(15);
  });

  it('is never nothing', () => {
    expect(estimateMinutes({ characters: 0, assignments: 0, quizzes: 0 })).toBe(5);
  });
});
