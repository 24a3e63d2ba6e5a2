import { type TestModule } from './test-module.js';

interface Wishes {
  readonly organisationId: string;
  readonly title: string;
  /** Ids of the courses that come before. */
  readonly builtOn?: readonly string[];
}

/** A published course with a title and nothing in it. Answers its id. */
export async function published(test: Pick<TestModule, 'asOwner'>, { organisationId, title, builtOn = [] }: Wishes): Promise<string> {
  const [made] = await test.asOwner<{ id: string }>(`insert into course (organisation_id, subject) values ($1, 'web-development') returning id`, [organisationId]);
  const id = made?.id ?? '';
  await test.asOwner(
    `with v as (insert into course_version (organisation_id, course_id, number, original_language) values ($1, $2, 1, 'en') returning id)
     insert into course_text (organisation_id, version_id, owner_id, language, title) select $1, id, id, 'en', $3 from v`,
    [organisationId, id, title],
  );
  await test.asOwner(`update course_version set state = 'published', published_at = app.now() where course_id = $1`, [id]);
  await test.asOwner('insert into course_prerequisite (organisation_id, course_id, required_course_id) select $1, $2, unnest($3::uuid[])', [organisationId, id, builtOn]);
  return id;
}
