import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { readable } from './readable.js';

/** What marking an attempt needs of a quiz: for each question which of its answers are right, in order. */
export interface QuizSolution {
  readonly activityId: string;
  readonly identity: string;
  readonly organisationId: string;
  readonly state: 'draft' | 'published';
  /** Whether the person of the transaction may read its version as a learner. */
  readonly isReadable: boolean;
  readonly audience: 'everyone' | 'trainers';
  readonly solution: readonly (readonly boolean[])[];
}

@Injectable()
export class QuizSolutions {
  /** For who marks attempts only: the answer never leaves the server as it is. */
  async of(tx: Tx, activityId: string): Promise<QuizSolution | undefined> {
    const [row] = await tx.query<QuizSolution>(
      `select a.id as "activityId", a.identity, a.organisation_id as "organisationId", v.state, ${readable('v', 'c')} as "isReadable", coalesce(l.audience, 'everyone') as audience, a.solution
       from activity a join course_version v on v.id = a.version_id join course c on c.id = v.course_id left join lesson l on l.id = a.lesson_id where a.id = $1 and a.kind = 'quiz'`,
      [activityId],
    );
    return row;
  }
}
