/**
 * SQL that says whether the person of the transaction may read version `version` of course `course`: it is published, and the course is open to all
 * members of its centre or the person has a place in a cohort that runs on this version.
 */
export const readable = (version: string, course: string): string =>
  `(${version}.state = 'published' and (${course}.readers = 'members' or ${version}.id in (select r.version_id from app.versions_read_by((select app.person())) r)))`;
