import { type QuizSolution } from '@app/courses';
import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Choices, type MarkedQuiz } from '../domain/mark-quiz.js';

/** How far the person who asks is in a version. */
export interface Progress {
  readonly versionId: string;
  /** Lessons for everyone. */
  readonly lessons: number;
  readonly doneLessonIds: readonly string[];
  /** The best attempt at each quiz. */
  readonly quizzes: readonly { readonly activityId: string; readonly rightCount: number; readonly questionCount: number }[];
}

@Injectable()
export class LearningStore {
  async setDone(tx: Tx, lesson: { readonly organisationId: string; readonly personId: string; readonly lessonIdentity: string }, isDone: boolean): Promise<void> {
    const key = [lesson.organisationId, lesson.personId, lesson.lessonIdentity];
    if (isDone) await tx.query('insert into lesson_done (organisation_id, person_id, lesson_identity) values ($1, $2, $3) on conflict on constraint lesson_done_pk do nothing', key);
    else await tx.query('delete from lesson_done where organisation_id = $1 and person_id = $2 and lesson_identity = $3', key);
  }

  async keepAttempt(tx: Tx, attempt: Pick<QuizSolution, 'organisationId' | 'identity' | 'activityId'> & { readonly personId: string; readonly choices: Choices; readonly marked: MarkedQuiz }): Promise<void> {
    const { organisationId, personId, identity, activityId, choices, marked } = attempt;
    await tx.query(
      'insert into quiz_attempt (organisation_id, person_id, activity_identity, activity_id, answers, right_count, question_count) values ($1, $2, $3, $4, $5, $6, $7)',
      [organisationId, personId, identity, activityId, JSON.stringify(choices), marked.rightCount, marked.questionCount],
    );
  }

  async progress(tx: Tx, versionId: string): Promise<Progress> {
    const [row] = await tx.query<Omit<Progress, 'versionId'>>(
      `select (select count(*)::int from lesson l where l.version_id = $1 and l.audience = 'everyone') as lessons,
         (select coalesce(jsonb_agg(l.id), '[]') from lesson l join lesson_done d on d.lesson_identity = l.identity and d.person_id = $2 and d.organisation_id = l.organisation_id
           where l.version_id = $1) as "doneLessonIds",
         (select coalesce(jsonb_agg(b), '[]') from (select distinct on (a.id) a.id as "activityId", t.right_count as "rightCount", t.question_count as "questionCount"
           from activity a join quiz_attempt t on t.activity_identity = a.identity and t.person_id = $2 where a.version_id = $1 order by a.id, t.right_count desc, t.at desc) b) as quizzes`,
      [versionId, tx.actor.personId ?? null],
    );
    return { versionId, lessons: 0, doneLessonIds: [], quizzes: [], ...row };
  }
}
