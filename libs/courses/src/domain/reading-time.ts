/** What a lesson asks of its reader. */
export interface ReadingLoad {
  /** Characters of its text in the original language. */
  readonly characters: number;
  readonly assignments: number;
  readonly quizzes: number;
}

/** A technical text is read at about 150 words a minute, and a word with its blank has six characters. */
const CHARACTERS_A_MINUTE = 900;
const MINUTES_AN_ASSIGNMENT = 30;
const MINUTES_A_QUIZ = 5;

/** Minutes that a lesson takes when its author has not said, in steps of five and never under five. */
export function estimateMinutes({ characters, assignments, quizzes }: ReadingLoad): number {
  const minutes = characters / CHARACTERS_A_MINUTE + assignments * MINUTES_AN_ASSIGNMENT + quizzes * MINUTES_A_QUIZ;
  return Math.max(5, Math.ceil(minutes / 5) * 5);
}
