import { mayReadCourses, QuizSolutions, ReadLesson } from '@app/courses';
import { Injectable } from '@nestjs/common';
import { type Actor, Database, isProblem, NotFound } from '@app/platform';
import { type Choices, markQuiz, type MarkedQuiz } from '../domain/mark-quiz.js';
import { LearningStore, type Progress } from '../persistence/learning.store.js';

/** What a person does with a course: reads lessons to their end and tries its quizzes. Trainers may, too; it is their own progress. */
@Injectable()
export class Learn {
  constructor(
    private readonly database: Database,
    private readonly lessons: ReadLesson,
    private readonly quizzes: QuizSolutions,
    private readonly learning: LearningStore,
  ) {}

  /** Marks a lesson as done, or not after all. Again is no change. */
  async markLesson(actor: Actor, lessonId: string, isDone: boolean): Promise<Progress | NotFound> {
    const lesson = await this.lessons.execute(actor, lessonId, actor.language);
    if (isProblem(lesson) || !actor.personId) return new NotFound('lesson');
    return this.database.as(actor, async (tx) => {
      await this.learning.setDone(tx, { organisationId: lesson.organisationId, personId: actor.personId ?? '', lessonIdentity: lesson.identity }, isDone);
      return this.learning.progress(tx, lesson.versionId);
    });
  }

  /** Marks an attempt and keeps it; which answers are right is told with it, and only then. Attempts on drafts are not kept. */
  async answerQuiz(actor: Actor, activityId: string, choices: Choices): Promise<MarkedQuiz | NotFound> {
    return this.database.as(actor, async (tx) => {
      const quiz = await this.quizzes.of(tx, activityId);
      const isTrainer = quiz !== undefined && actor.isMemberOf(quiz.organisationId, 'trainer', 'coordinator', 'manager');
      const isOpen = quiz !== undefined && mayReadCourses(actor, quiz.organisationId) && (isTrainer || (quiz.isReadable && quiz.audience === 'everyone'));
      if (!isOpen || !actor.personId) return new NotFound('quiz');
      const marked = markQuiz(quiz.solution, choices);
      if (quiz.state === 'published') await this.learning.keepAttempt(tx, { ...quiz, personId: actor.personId, choices, marked });
      return marked;
    });
  }

  progress(actor: Actor, versionId: string): Promise<Progress> {
    return this.database.as(actor, (tx) => this.learning.progress(tx, versionId));
  }
}
