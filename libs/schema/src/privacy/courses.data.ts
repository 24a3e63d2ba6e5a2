import { columns, type DataCatalogue } from './table-data.js';

/** Content of courses is about things; who wrote it stands in its attribution, which its licence demands. */
export const coursesData: DataCatalogue = {
  activity: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id version_id module_id lesson_id identity key kind moment position solution' }) },
  course: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id public_id subject level version created_at archived_at' }) },
  course_module: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id version_id identity key position' }) },
  course_text: {
    ...{ topic: 'learning', fate: 'nobody' },
    columns: columns({ none: 'organisation_id version_id owner_id language title head markdown questions file imported_hash older_than_original version edited_at' }),
  },
  course_version: {
    ...{ topic: 'learning', fate: 'nobody' },
    columns: columns({
      none: `id organisation_id course_id number state original_language licence licence_text attribution imported_hash version tree_version
        created_at published_at published_by`,
    }),
  },
  lesson: { topic: 'learning', fate: 'nobody', columns: columns({ none: 'id organisation_id version_id module_id identity key position minutes audience' }) },
};
