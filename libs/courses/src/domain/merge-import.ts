import { type Curriculum, type CurriculumAssignment, type CurriculumLesson, type CurriculumModule, type CurriculumQuiz, type PerLanguage } from './curriculum.js';

/** What of the standing version has to survive a new import. */
export interface HandMade {
  /** Whether a text was made here, or edited here and is kept although the files have it no more: "lesson:2-basics", "fr". */
  readonly keeps: (owner: string, language: string) => boolean;
  /** Whether somebody has put modules or lessons into another order here. */
  readonly isArranged: boolean;
}

/** The files with everything that was made by hand put back where it stood. */
export function mergeImport(files: Curriculum, standing: Curriculum, hand: HandMade): Curriculum {
  const merged = new Merge(hand).course(files, standing);
  return hand.isArranged ? { ...merged, modules: arranged(merged.modules, standing.modules) } : merged;
}

interface NamedPart extends CurriculumAssignment {
  readonly key: string;
}

const namedParts = (kind: string, parts: readonly CurriculumAssignment[] = []): readonly NamedPart[] => parts.map((part, index) => ({ ...part, key: part.key ?? `${kind}-${index + 1}` }));

class Merge {
  constructor(private readonly hand: HandMade) {}

  course(files: Curriculum, standing: Curriculum): Curriculum {
    const inFiles = new Set(files.modules.flatMap((module) => module.lessons.map(({ key }) => key)));
    const modules = files.modules.map((module) => this.module(module, standing.modules.find(({ key }) => key === module.key), inFiles));
    const known = new Set(files.modules.map(({ key }) => key));
    const more = standing.modules.filter(({ key }) => !known.has(key)).flatMap((module) => this.onlyHere(module, inFiles));
    return { ...files, texts: this.texts('course:', files.texts, standing.texts), modules: [...modules, ...more], skills: files.skills?.length ? files.skills : standing.skills };
  }

  private module(files: CurriculumModule, standing: CurriculumModule | undefined, inFiles: ReadonlySet<string>): CurriculumModule {
    if (!standing) return { ...files, lessons: files.lessons.map((lesson) => this.lesson(lesson, undefined)) };
    const owner = `module:${files.key}`;
    const lessons = files.lessons.map((lesson) => this.lesson(lesson, standing.lessons.find(({ key }) => key === lesson.key)));
    const more = standing.lessons.filter(({ key }) => !inFiles.has(key)).flatMap((lesson) => this.lessonOnlyHere(lesson));
    return {
      ...files,
      titles: this.texts(owner, files.titles, standing.titles),
      introduction: this.texts(owner, files.introduction, standing.introduction),
      lessons: [...lessons, ...more],
      quizzes: this.quizzes(files.quizzes, standing.quizzes),
    };
  }

  /** A module that the files do not have: what of it was made here, if anything was. */
  private onlyHere(module: CurriculumModule, inFiles: ReadonlySet<string>): CurriculumModule[] {
    const lessons = module.lessons.filter(({ key }) => !inFiles.has(key)).flatMap((lesson) => this.lessonOnlyHere(lesson));
    const quizzes = this.quizzes([], module.quizzes);
    const isKept = lessons.length > 0 || quizzes.length > 0 || this.isHeld(`module:${module.key}`, module.titles);
    return isKept ? [{ ...module, lessons, quizzes }] : [];
  }

  private lesson(files: CurriculumLesson, standing: CurriculumLesson | undefined): CurriculumLesson {
    if (!standing) return files;
    return {
      ...files,
      minutes: files.minutes ?? standing.minutes,
      texts: this.texts(`lesson:${files.key}`, files.texts, standing.texts),
      assignments: this.parts(files.key, namedParts('assignment', files.assignments), standing.assignments),
      materials: this.parts(files.key, namedParts('material', files.materials), standing.materials ?? []),
      quizzes: this.quizzes(files.quizzes, standing.quizzes),
    };
  }

  private lessonOnlyHere(lesson: CurriculumLesson): CurriculumLesson[] {
    const empty = { ...lesson, texts: new Map(), assignments: [], materials: [], quizzes: [] };
    const kept = this.lesson(empty, lesson);
    return kept.texts.size + kept.assignments.length + (kept.materials?.length ?? 0) + kept.quizzes.length > 0 ? [kept.texts.size > 0 ? kept : { ...kept, texts: lesson.texts }] : [];
  }

  private parts(lesson: string, files: readonly NamedPart[], standing: readonly CurriculumAssignment[]): readonly CurriculumAssignment[] {
    const ownerOf = (key: string | undefined): string => `activity:${lesson}#${key ?? ''}`;
    const merged = files.map((part) => ({ ...part, texts: this.texts(ownerOf(part.key), part.texts, standing.find(({ key }) => key === part.key)?.texts) }));
    const more = standing.filter(({ key, texts }) => !files.some((one) => one.key === key) && this.isHeld(ownerOf(key), texts));
    return [...merged, ...more];
  }

  private quizzes(files: readonly CurriculumQuiz[], standing: readonly CurriculumQuiz[]): readonly CurriculumQuiz[] {
    const merged = files.map((quiz) => ({ ...quiz, texts: this.texts(`activity:quiz-${quiz.key}`, quiz.texts, standing.find(({ key }) => key === quiz.key)?.texts) }));
    const more = standing.filter(({ key, texts }) => !files.some((quiz) => quiz.key === key) && this.isHeld(`activity:quiz-${key}`, texts));
    return [...merged, ...more];
  }

  private texts<Text>(owner: string, files: PerLanguage<Text>, standing?: PerLanguage<Text>): PerLanguage<Text> {
    const more = [...(standing ?? [])].filter(([language]) => !files.has(language) && this.hand.keeps(owner, language));
    return new Map([...files, ...more]);
  }

  private isHeld(owner: string, texts: PerLanguage<unknown>): boolean {
    return [...texts.keys()].some((language) => this.hand.keeps(owner, language));
  }
}

/** Modules and lessons in the order in which they stood; what is new comes behind the one that it follows in the files. */
function arranged(files: readonly CurriculumModule[], standing: readonly CurriculumModule[]): readonly CurriculumModule[] {
  const placed = new Map(standing.flatMap((module) => module.lessons.map(({ key }) => [key, module.key] as const)));
  const modules = inOrder(files, standing);
  const lessons = new Map(files.flatMap((module) => module.lessons.map((lesson) => [lesson.key, lesson] as const)));
  const exists = new Set(modules.map(({ key }) => key));
  const homeOf = (lesson: string, module: string): string => {
    const home = placed.get(lesson);
    return home !== undefined && exists.has(home) ? home : module;
  };
  const homes = files.flatMap((module) => module.lessons.map((lesson) => ({ key: lesson.key, home: homeOf(lesson.key, module.key) })));
  return modules.map((module) => {
    const own = homes.filter(({ home }) => home === module.key).flatMap(({ key }) => lessons.get(key) ?? []);
    return { ...module, lessons: inOrder(own, standing.find(({ key }) => key === module.key)?.lessons ?? []) };
  });
}

function inOrder<Item extends { readonly key: string }>(files: readonly Item[], standing: readonly { readonly key: string }[]): readonly Item[] {
  const place = new Map(standing.map(({ key }, index) => [key, index]));
  const result = files.filter(({ key }) => place.has(key)).sort((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  files.forEach((item, index) => {
    if (place.has(item.key)) return;
    const before = files[index - 1];
    result.splice(before ? result.findIndex(({ key }) => key === before.key) + 1 : 0, 0, item);
  });
  return result;
}
