import { resolveReference } from '../reading/path-index.js';
import { type LessonLink } from '../persistence/lesson.reads.js';
import { type Places } from './render-markdown.js';

export interface VersionPlaces {
  readonly images: ReadonlyMap<string, { readonly fileId: string; readonly width: number | null; readonly height: number | null }>;
  readonly lessons: readonly LessonLink[];
  /** Ids of quizzes by the key in addresses of quiz apps. */
  readonly quizzes: ReadonlyMap<string, string>;
}

const QUIZ = /\/quiz(?:zes)?\/([\w-]+)(?:[/?#]|$)/i;

/** Where references of a text lead that lay in `file` of its course's folder. */
export function placesOf(file: string | null, version: VersionPlaces): Places {
  const base = file ?? 'text.md';
  const byFile = new Map(version.lessons.flatMap(({ id, files }) => files.map((one) => [one, id] as const)));
  const folders = new Map(version.lessons.map(({ id, key }) => [key, id]));
  /** The first of the places that a reference may mean at which there is something. */
  const at = <Found>(target: string, look: (path: string) => Found | undefined): Found | undefined => {
    const found = resolveReference(base, target);
    if (typeof found === 'string') return undefined;
    for (const path of found.paths) {
      const there = look(path);
      if (there !== undefined) return there;
    }
    return undefined;
  };
  /** Authors on Windows write "Images/a.PNG" and mean "images/a.png". */
  const folded = (): VersionPlaces['images'] => new Map([...version.images].map(([path, place]) => [path.toLowerCase(), place]));
  return {
    image: (target) => {
      const place = at(target, (path) => version.images.get(path)) ?? at(target, (path) => folded().get(path.toLowerCase()));
      return place && { src: `/files/course-images/${place.fileId}`, width: place.width, height: place.height };
    },
    link: (target) => {
      const quiz = version.quizzes.get(QUIZ.exec(target)?.[1] ?? '');
      if (quiz) return `#quiz-${quiz}`;
      const lesson = at(target, (path) => byFile.get(path) ?? folders.get(path.replace(/\/$/, '')));
      // Headings have other ids here; the page finds the one that is meant by its words.
      return lesson && `/lessons/${lesson}${/#[^#\s]+$/.exec(target)?.[0] ?? ''}`;
    },
  };
}
