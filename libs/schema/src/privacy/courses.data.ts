import { columns, type DataCatalogue, of } from './table-data.js';

/** Content of courses is about things; who wrote it stands in its attribution, which its licence demands. */
export const coursesData: DataCatalogue = {
  activity: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id version_id module_id lesson_id identity key kind moment heading position solution' }) },
  course: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id public_id subject level source readers price version created_at archived_at' }) },
  course_prerequisite: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'organisation_id course_id required_course_id' }) },
  course_removal: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'organisation_id version_id owner title removed_at' }) },
  course_module: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id version_id identity key position' }) },
  course_text: {
    ...{ topic: 'learning', fate: 'nobody' },
    columns: columns({ none: 'organisation_id version_id owner_id language title head markdown questions file imported_hash older_than_original version edited_at' }),
  },
  course_version: {
    ...{ topic: 'learning', fate: 'nobody' },
    columns: columns({
      none: `id organisation_id course_id number state original_language licence licence_text attribution imported_hash version tree_version
        created_at published_at published_by arranged_at`,
    }),
  },
  lesson: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id version_id module_id identity key position minutes audience' }) },
  competence: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'organisation_id framework code kind' }) },
  competence_text: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'organisation_id framework code language label description' }) },
  course_file: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id hash media_type width height bytes created_at' }) },
  course_import: {
    ...{ topic: 'imports', fate: 'passing' },
    expires: { from: 't.created_at', days: 365, when: 'not exists (select from course_import_chunk c where c.import_id = t.id)' },
    columns: columns({ none: 'id organisation_id course_id state file_name wishes cancel_asked share counts findings plan version_id created_by created_at finished_at' }),
  },
  course_import_chunk: {
    ...{ topic: 'imports', fate: 'passing' },
    expires: { from: '(select i.created_at from course_import i where i.id = t.import_id)', days: 7 },
    columns: columns({ none: 'organisation_id import_id number bytes' }),
  },
  course_skill: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'organisation_id version_id framework code role level' }) },
  course_version_file: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'organisation_id version_id path file_id' }) },
  // What somebody read and tried: the person's own business, and no proof of anything.
  lesson_done: { topic: 'learning', fate: 'erased', about: of('person_id'), columns: columns({ none: 'organisation_id person_id lesson_identity at' }) },
  quiz_attempt: {
    ...{ topic: 'learning', fate: 'erased', about: of('person_id') },
    columns: columns({ none: 'id organisation_id person_id activity_identity activity_id right_count question_count at', personal: 'answers' }),
  },
};
