import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

/** What marking an attempt needs of a quiz: for each question which of its answers are right, in order. */
export interface QuizSolution {
  readonly activityId: string;
  readonly identity: string;
  readonly organisationId: string;
  readonly state: 'draft' | 'published';
  readonly audience: 'everyone' | 'trainers';
  readonly solution: readonly (readonly boolean[])[];
}

@Injectable()
export class QuizSolutions {
  /** For who marks attempts only: the answer never leaves the server as it is. */
  async of(tx: Tx, activityId: string): Promise<QuizSolution | undefined> {
    const [row] = await tx.query<QuizSolution>(
      `select a.id as "activityId", a.identity, a.organisation_id as "organisationId", v.state, coalesce(l.audience, 'everyone') as audience, a.solution
       from activity a join course_version v on v.id = a.version_id left join lesson l on l.id = a.lesson_id where a.id = $1 and a.kind = 'quiz'`,
      [activityId],
    );
    return row;
  }
}
