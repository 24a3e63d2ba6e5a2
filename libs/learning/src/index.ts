export { Learn } from './application/learn.js';
export { type Choices, type MarkedQuiz } from './domain/mark-quiz.js';
export { LearningModule } from './learning.module.js';
export { type Progress } from './persistence/learning.store.js';
