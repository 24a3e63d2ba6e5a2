import { type Tx } from '@app/platform';

/** Completed a cohort of the course "r": who postponed or left has not. */
export const completedBy = (person: string): string =>
  `exists (select from enrolment pe join cohort pc on pc.id = pe.cohort_id where pe.person_id = ${person} and pc.course_id = r.id and pe.state in ('completed', 'graduated'))`;

/** The published courses "r" that a course builds on, with their title in the reader's language as "known". */
export const coursesBefore = (course: string): string =>
  `course_prerequisite p join course r on r.id = p.required_course_id and r.archived_at is null
      join lateral (select t.title from course_version rv join course_text t on t.owner_id = rv.id where rv.course_id = r.id and rv.state = 'published'
        order by rv.number desc, t.language = $1 desc, t.language = rv.original_language desc, t.language limit 1) known on true
    where p.course_id = ${course}`;

/** Titles of the courses that somebody has not completed and that a course builds on, as JSON. */
export const lackedBefore = (course: string, person: string): string =>
  `coalesce((select json_agg(known.title order by r.level, r.id) from ${coursesBefore(course)} and not ${completedBy(person)}), '[]')`;

/** Titles by person, of those who lack some of what comes before a course; who is not known here has completed nothing here. */
export async function lackingOf(tx: Tx, courseId: string, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.query<{ personId: string; titles: readonly string[] }>(
    `select asked.id as "personId", json_agg(known.title order by r.level, r.id) as titles from unnest($3::uuid[]) as asked(id) cross join ${coursesBefore('$2')} and not ${completedBy('asked.id')} group by asked.id`,
    [tx.actor.language, courseId, [...new Set(personIds)]],
  );
  return new Map(rows.map(({ personId, titles }) => [personId, titles]));
}
