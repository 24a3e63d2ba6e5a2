import { basename, dirname } from 'node:path/posix';

/** Words that authors put before the number of a part, in the four languages of the interface. */
const WORDS = 'modules?|lessons?|weeks?|days?|units?|chapters?|chap|ch|parts?|sections?|sessions?|topics?|le[cç]ons?|chapitres?|semaines?|jours?|s[ée]ances?|parties?|modul|lektion|kapitel|woche|tag|teil|einheit|lessen|les|hoofdstuk|week|dag|deel';
const NUMBERED = new RegExp(`^(?:(?:${WORDS}|[ml])[\\s._-]*)?\\d+(?:[\\s._)-]|[a-z]?$)`, 'i');
const NUMBERED_FILE = new RegExp(`^(?:(?:${WORDS})[\\s._-]*)?(\\d+)(?:\\.(\\d+))?[a-z]?(?:[-_. )]+\\S.*)?\\.(?:md|markdown|ipynb)$`, 'i');
const TWO_NUMBERS = /^(\d{1,3})[-_](\d{1,3})[-_. ]/;

/** "2-basics", "02", "Module 2 - Basics", "week_3": a folder with a place in an order. */
export const isNumbered = (name: string): boolean => NUMBERED.test(name);

export interface FileNumber {
  readonly first: string;
  readonly second?: string;
}

/** The numbers before a file's name: "2.1 IAM.md", "03-arrays.ipynb", "Lesson 4.md". Undefined for other names. */
export function fileNumber(path: string, dashes = false): FileNumber | undefined {
  const name = basename(path);
  const two = dashes ? TWO_NUMBERS.exec(name) : null;
  if (two) return { first: two[1] ?? '', second: two[2] };
  const match = NUMBERED_FILE.exec(name);
  return match ? { first: match[1] ?? '', second: match[2] } : undefined;
}

/** Whether "1-2 title.md" means lesson 2 of module 1: only where all files are named so. */
export const areNumberedTwice = (paths: readonly string[]): boolean => paths.length > 1 && paths.every((path) => TWO_NUMBERS.test(basename(path)));

const TASK = 'assignments?|labs?|exercises?|exercices?|homework|challenges?|opdracht(?:en)?|oefening(?:en)?|aufgaben?|[üu]bung(?:en)?|devoirs?';
const TASK_FILE = new RegExp(`^(?:${TASK})(?![a-zà-ÿ])(?!.*(?:solution|answer|solved)).*\\.(?:md|markdown|ipynb)$`, 'i');
const TASK_FOLDER = new RegExp(`^(?:${TASK})$`, 'i');

/** "assignment.md", "Assignment - An idea.md", "lab/README.md"; never its solution. */
export function isAssignment(path: string): boolean {
  return TASK_FILE.test(basename(path)) || (isReadme(path) && TASK_FOLDER.test(basename(dirname(path))));
}

export const isReadme = (path: string): boolean => /(^|\/)(readme|index)\.(md|markdown|ipynb)$/i.test(path);

/** Folders that hold what belongs to a course but is no text of it: solutions, code, pictures, the quiz app. */
export const NO_TEXTS = /^(\..+|solutions?|answers?|your-work|start|starter|api|quiz-app|lesson-template|templates?|docs?|examples?|images?|img|media|assets|data|datasets?|sketchnotes|etc|translations?|translated_images|presentations?|slides|code|src|scripts?|tests?|allfiles)$/i;
export const holdsNoTexts = (path: string): boolean => dirname(path).split('/').some((part) => NO_TEXTS.test(part));

/** What a repository says about itself, not about its subject. */
export const isHousekeeping = (path: string): boolean =>
  isReadme(path) || /^(contributing|code[-_ ]of[-_ ]conduct|security|support|licen[cs]e|changelog|authors|contributors|translations|agents|claude|_sidebar|_footer|_navbar|summary|for[-_]teachers|origin|mindmap|todo|notice|credits)(\.[a-z-]+)?\.(md|markdown)$/i.test(path);

/** "10-x" after "9-x", on every level. */
export function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
