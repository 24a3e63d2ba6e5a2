import { compareVersions } from './compare-versions.js';
import { type Curriculum, type CurriculumLesson } from './curriculum.js';

const text = (title: string, markdown = '') => ({ title, markdown, file: '', olderThanOriginal: false });
const lesson = (key: string, markdown = '', more: readonly [string, string][] = []): CurriculumLesson => ({
  key, audience: 'everyone', assignments: [], quizzes: [], texts: new Map([['en', text(key, markdown)], ...more.map(([language, title]) => [language, text(title)] as const)]),
});
const course = (modules: Record<string, readonly CurriculumLesson[]>): Curriculum => ({
  originalLanguage: 'en', texts: new Map([['en', text('Course')]]),
  modules: Object.entries(modules).map(([key, lessons]) => ({ key, titles: new Map([['en', key]]), introduction: new Map(), lessons, quizzes: [] })),
});
const shown = (before: Curriculum, after: Curriculum) => compareVersions(before, after).map(({ how, what, title, languages }) => [how, what, title, languages.join()].filter(Boolean).join(' '));

describe('two versions of a course', () => {
  it('are equal where nothing changed', () => {
    expect(shown(course({ m: [lesson('a')] }), course({ m: [lesson('a')] }))).toEqual([]);
  });

  it('differ by what was added, removed and written, by language', () => {
    const before = course({ m: [lesson('a'), lesson('b'), lesson('c')] });
    const after = course({ m: [lesson('a', 'new'), lesson('c', '', [['fr', 'c']])], n: [lesson('d')] });
    expect(shown(before, after)).toEqual(['changed lesson a en', 'changed lesson c fr', 'added module n en', 'added lesson d en', 'removed lesson b en']);
  });

  it('name only what was picked up, not everything that slid along', () => {
    const before = course({ m: [lesson('a'), lesson('b'), lesson('c'), lesson('d')], n: [] });
    expect(shown(before, course({ m: [lesson('d'), lesson('a'), lesson('b'), lesson('c')], n: [] }))).toEqual(['moved lesson d']);
    expect(shown(before, course({ m: [lesson('a'), lesson('c'), lesson('d')], n: [lesson('b')] }))).toEqual(['moved lesson b']);
  });
});
