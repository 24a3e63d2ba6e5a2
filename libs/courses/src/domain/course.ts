/** The fields in which centres teach; the catalogue filters by them. */
export const subjects = ['web-development', 'cybersecurity', 'ai', 'other'] as const;
export type Subject = (typeof subjects)[number];

/** DigComp 3.0 levels of proficiency. */
export const levels = ['foundation', 'intermediate', 'advanced', 'specialised'] as const;
export type Level = (typeof levels)[number];

export interface CourseFacts {
  readonly subject: Subject;
  readonly level?: Level | null;
}

/** Who reads what is published: those with a place in a cohort of it, or everybody of the centre. */
export const readerGroups = ['enrolled', 'members'] as const;
export type Readers = (typeof readerGroups)[number];

export interface CourseVersion {
  readonly id: string;
  readonly organisationId: string;
  readonly courseId: string;
  readonly number: number;
  readonly state: 'draft' | 'published';
  readonly originalLanguage: string;
  /** Fingerprint of the files of the last import, in hex; null where nothing was imported. */
  readonly importedHash: string | null;
  /** Rises with every change of the draft; optimistic concurrency. */
  readonly version: number;
  /** Rises only with changes of its order and parts. */
  readonly treeVersion: number;
  /** Whether somebody has put its parts into another order by hand. */
  readonly isArranged: boolean;
}
