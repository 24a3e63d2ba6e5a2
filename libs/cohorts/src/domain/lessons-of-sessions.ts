/** A part of a course that sessions are held about: a lesson, or a module that has none. */
export interface CourseUnit {
  readonly moduleId: string;
  readonly lessonId: string | null;
  /** Titles by language; at least one. */
  readonly titles: Readonly<Record<string, string>>;
  readonly moduleTitles: Readonly<Record<string, string>>;
}

/**
 * Which units each of so many sessions is about, in the order of the course: several lessons in one session where sessions are few,
 * several sessions about one lesson where they are many, as even as can be.
 */
export function unitsOfSessions<Unit>(units: readonly Unit[], sessions: number): readonly (readonly Unit[])[] {
  return Array.from({ length: sessions }, (_, index) => {
    const first = Math.floor((index * units.length) / sessions);
    const end = Math.max(first + 1, Math.floor(((index + 1) * units.length) / sessions));
    return units.slice(first, end);
  });
}
