import { type Curriculum, type PerLanguage } from './curriculum.js';

export interface Difference {
  readonly what: 'course' | 'module' | 'lesson' | 'assignment' | 'material' | 'quiz';
  readonly how: 'added' | 'removed' | 'moved' | 'changed';
  /** The title in the original language. */
  readonly title: string;
  /** In which languages its text changed, was added or removed. */
  readonly languages: readonly string[];
}

interface Part {
  readonly what: Difference['what'];
  readonly title: string;
  /** Where it stands: its parent and its place among those that both versions have. */
  readonly parent: string;
  readonly texts: ReadonlyMap<string, string>;
}

/** What changed between two versions of a course, in the order in which the newer one is read. */
export function compareVersions(before: Curriculum, after: Curriculum): readonly Difference[] {
  const [old, fresh] = [partsOf(before), partsOf(after)];
  const moved = movedParts(old, fresh);
  const differences = [...fresh].flatMap(([key, part]): Difference[] => {
    const standing = old.get(key);
    if (!standing) return [{ what: part.what, how: 'added', title: part.title, languages: [...part.texts.keys()] }];
    const languages = changedLanguages(standing.texts, part.texts);
    return [
      ...(moved.has(key) ? [{ what: part.what, how: 'moved' as const, title: part.title, languages: [] }] : []),
      ...(languages.length > 0 ? [{ what: part.what, how: 'changed' as const, title: part.title, languages }] : []),
    ];
  });
  const removed = [...old].filter(([key]) => !fresh.has(key)).map(([, part]): Difference => ({ what: part.what, how: 'removed', title: part.title, languages: [...part.texts.keys()] }));
  return [...differences, ...removed];
}

function partsOf(curriculum: Curriculum): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const put = (what: Difference['what'], key: string, parent: string, texts: PerLanguage<object & { readonly title: string }>): void => {
    const title = texts.get(curriculum.originalLanguage)?.title ?? [...texts.values()][0]?.title ?? key;
    parts.set(`${what}:${key}`, { what, title, parent, texts: new Map([...texts].map(([language, text]) => [language, JSON.stringify({ ...text, file: '', head: '' })])) });
  };
  put('course', '', '', curriculum.texts);
  for (const module of curriculum.modules) {
    put('module', module.key, '', new Map([...module.titles].map(([language, title]) => [language, module.introduction.get(language) ?? { title }])));
    for (const lesson of module.lessons) {
      put('lesson', lesson.key, module.key, lesson.texts);
      lesson.assignments.forEach(({ key = '', texts }) => put('assignment', `${lesson.key}#${key}`, lesson.key, texts));
      lesson.materials?.forEach(({ key = '', texts }) => put('material', `${lesson.key}#${key}`, lesson.key, texts));
      lesson.quizzes.forEach((quiz) => put('quiz', quiz.key, lesson.key, quiz.texts));
    }
    module.quizzes.forEach((quiz) => put('quiz', quiz.key, module.key, quiz.texts));
  }
  return parts;
}

/** Other parent, or another order among the brothers that both versions have: the fewest that have to be picked up to get from one order to the other. */
function movedParts(old: ReadonlyMap<string, Part>, fresh: ReadonlyMap<string, Part>): ReadonlySet<string> {
  const both = [...fresh.keys()].filter((key) => old.has(key));
  const moved = new Set(both.filter((key) => old.get(key)?.parent !== fresh.get(key)?.parent));
  const groups = new Map<string, string[]>();
  for (const key of both) {
    if (moved.has(key)) continue;
    const part = fresh.get(key);
    const group = `${part?.what} ${part?.parent}`;
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  const places = new Map([...old.keys()].map((key, index) => [key, index]));
  for (const keys of groups.values()) {
    const kept = longestRising(keys.map((key) => places.get(key) ?? 0));
    keys.forEach((key, index) => !kept.has(index) && moved.add(key));
  }
  return moved;
}

/** Indexes of a longest rising subsequence. */
function longestRising(values: readonly number[]): ReadonlySet<number> {
  const best = values.map(() => 1);
  const before = values.map(() => -1);
  values.forEach((value, index) => {
    for (let earlier = 0; earlier < index; earlier++) {
      if ((values[earlier] ?? 0) < value && (best[earlier] ?? 0) + 1 > (best[index] ?? 0)) [best[index], before[index]] = [(best[earlier] ?? 0) + 1, earlier];
    }
  });
  const kept = new Set<number>();
  for (let at = best.indexOf(Math.max(...best, 0)); at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}

function changedLanguages(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...after.keys(), ...before.keys()])].filter((language) => before.get(language) !== after.get(language));
}
