import { countCurriculum, type Curriculum } from '../domain/curriculum.js';
import { Findings } from './findings/finding.js';
import { readCurriculum } from './read-curriculum.js';
import { type CurriculumSource } from './source/curriculum-source.js';

const inMemory = (files: Record<string, string | Buffer>): CurriculumSource => ({
  name: 'course',
  paths: Object.keys(files).sort(),
  read: async (path) => Buffer.from(files[path] ?? ''),
});

const read = async (files: Record<string, string | Buffer>): Promise<{ curriculum?: Curriculum; findings: Findings }> => {
  const findings = new Findings();
  return { curriculum: await readCurriculum(inMemory(files), findings), findings };
};

const codes = (findings: Findings): string[] => findings.of('warning').map(({ file, line, code }) => `${file}:${line ?? ''} ${code}`);
const quiz = (id: number, ...right: boolean[]) => ({ id, title: `Quiz ${id}`, quiz: [{ questionText: 'Q', answerOptions: right.map((isCorrect) => ({ answerText: 'A', isCorrect: String(isCorrect) })) }] });

describe('a course of one folder a lesson', () => {
  const files = {
    'README.md': '# The course',
    '1-start/README.md': '# Starting',
    '1-start/1-first/README.md': '# First\n[before](https://quiz.example.org/quiz/1)\n\n![gone](images/gone.png)\n\n[after](https://quiz.example.org/quiz/2)',
    '1-start/1-first/assignment.md': '# Do it',
    '1-start/1-first/translations/README.fr.md': '# Premier',
    '1-start/10-tenth/README.md': '# Tenth\n[quiz](https://quiz.example.org/quiz/9)',
    '1-start/2-second/README.md': '# Second\n<script>alert(1)</script>',
    '1-start/2-second/solution/README.md': '# Not a lesson',
    '2-empty/README.md': '# Empty',
    '3-more/1-third/README.md': '# Third\n[quiz](https://quiz.example.org/quiz/5)',
    'quiz-app/en.json': JSON.stringify([{ quizzes: [quiz(1, true, false), quiz(2, true, true), quiz(3, false, false), quiz(5, true)] }]),
    'quiz-app/fr.json': JSON.stringify([{ quizzes: [quiz(1, true, false)] }]),
  };

  it('finds modules, lessons in the order of their numbers, assignments, quizzes and translations', async () => {
    const { curriculum } = await read(files);
    expect(curriculum && countCurriculum(curriculum)).toEqual({ modules: 3, lessons: 4, assignments: 1, quizzes: 4, questions: 4, languages: ['en', 'fr'] });
    const [first, ...others] = curriculum?.modules[0]?.lessons ?? [];
    expect(others.map((lesson) => lesson.texts.get('en')?.title)).toEqual(['Second', 'Tenth']);
    expect([...(first?.texts.values() ?? [])].map((text) => text.title)).toEqual(['First', 'Premier']);
    expect(first?.quizzes.map(({ key, moment }) => [key, moment])).toEqual([['1', 'before'], ['2', 'after']]);
  });

  it('puts a quiz without a lesson where its lesson is missing, and names every oddity with file and line', async () => {
    const { curriculum, findings } = await read(files);
    expect(curriculum?.modules.map((module) => module.quizzes.map(({ key }) => key))).toEqual([[], ['3'], []]);
    expect(codes(findings)).toEqual([
      '1-start/1-first/README.md:4 IMAGE_MISSING',
      '1-start/10-tenth/README.md:2 QUIZ_UNKNOWN',
      '1-start/2-second/README.md:2 SCRIPT_REMOVED',
      '2-empty/README.md: MODULE_EMPTY',
      'quiz-app/en.json: QUIZ_UNLINKED',
      'quiz-app/en.json:1 QUESTION_SEVERAL_RIGHT_ANSWERS',
      'quiz-app/en.json:1 QUESTION_WITHOUT_RIGHT_ANSWER',
    ]);
  });

  it('takes numbered folders without nesting as the lessons of one module', async () => {
    const { curriculum } = await read({ '00-setup/README.md': '# Setup', '01-intro/README.md': '# Intro', 'docs/README.md': '# No' });
    expect(curriculum && countCurriculum(curriculum)).toMatchObject({ modules: 1, lessons: 2 });
  });
});

describe('a course of numbered files', () => {
  it('names modules from the table in the README and marks translations that are older than the original', async () => {
    const { curriculum, findings } = await read({
      'README.md': '# Security\n\n| No | Module | Lesson |\n|---|---|---|\n| **1.1** | Basics | One |\n',
      '1.1 One.md': '# One',
      '1.2 Quiz.md': '# Quiz\n[form](https://forms.example.org/x)',
      'translations/fr/1.1 One.md': '<!-- {"original_hash": "00000000000000000000000000000000"} -->\n# Un',
      'translations/fr/1.9 Nine.md': '# Neuf',
    });
    expect(curriculum?.modules.map(({ key, titles }) => [key, titles.get('en')])).toEqual([['1', 'Basics']]);
    expect(curriculum?.modules[0]?.lessons[0]?.texts.get('fr')).toMatchObject({ title: 'Un', olderThanOriginal: true });
    expect(codes(findings)).toEqual(['1.2 Quiz.md:2 QUIZ_EXTERNAL', 'translations/fr/1.1 One.md: TRANSLATION_OLDER', 'translations/fr/1.9 Nine.md: TRANSLATION_ORPHAN']);
  });

  it('reads notebooks as lessons, code in the language of the kernel', async () => {
    const notebook = { cells: [{ cell_type: 'markdown', source: ['# Arrays\n', 'Text'] }, { cell_type: 'code', source: 'print(1)' }], metadata: { kernelspec: { language: 'python' } } };
    const { curriculum, findings } = await read({ '01-arrays.ipynb': JSON.stringify(notebook), '02-broken.ipynb': '{"cells": 3}' });
    expect(curriculum?.modules[0]?.lessons[0]?.texts.get('en')).toMatchObject({ title: 'Arrays', markdown: '# Arrays\nText\n\n```python\nprint(1)\n```' });
    expect(codes(findings)).toEqual(['02-broken.ipynb: NOTEBOOK_BROKEN']);
  });
});

describe('a course of labs, one folder a language', () => {
  it('matches languages by file, groups by the module of the head, and keeps demonstrations for trainers', async () => {
    const lab = (title: string) => `---\nlab:\n  title: ${title}\n  module: Identity\n---\n# Text`;
    const { curriculum } = await read({
      'en/Instructions/Labs/LAB_01_users.md': lab('Users'),
      'fr/Instructions/Labs/LAB_01_users.md': lab('Utilisateurs'),
      'en/Instructions/Demos/DEMO_01_users.md': lab('Users').replace('lab:', 'demo:'),
      'en/Instructions/Labs/README.md': Buffer.from('\uFEFF# Labs', 'utf16le'),
    });
    expect(curriculum?.modules.map(({ key }) => key)).toEqual(['Identity']);
    expect(curriculum?.modules[0]?.lessons.map(({ audience, texts }) => [audience, texts.get('en')?.title, texts.get('fr')?.title])).toEqual([
      ['trainers', 'Users', undefined],
      ['everyone', 'Users', 'Utilisateurs'],
    ]);
  });

  it('says on which line a head is broken and reads the text all the same', async () => {
    const { curriculum, findings } = await read({ 'Instructions/Labs/LAB_01.md': '---\nlab:\n  title: "open\n---\n# Kept', 'Instructions/Labs/LAB_02.md': '---\nnever closed' });
    expect(curriculum?.modules[0]?.lessons[0]?.texts.get('en')?.title).toBe('Kept');
    expect(codes(findings).filter((code) => code.includes('FRONT'))).toEqual([expect.stringMatching(/^Instructions\/Labs\/LAB_01.md:\d FRONT_MATTER_BROKEN/), 'Instructions/Labs/LAB_02.md:1 FRONT_MATTER_OPEN']);
  });
});

describe('files that are no course', () => {
  it('refuses what no reader recognises and reads old encodings with a warning', async () => {
    expect((await read({ 'photo.png': 'x', 'notes.md': '# Notes' })).findings.of('error')).toMatchObject([{ code: 'NO_CURRICULUM' }]);
    const { curriculum, findings } = await read({ '1.1 Été.md': Buffer.from('# \xc9t\xe9', 'latin1') });
    expect(curriculum?.modules[0]?.lessons[0]?.texts.get('en')?.title).toBe('Été');
    expect(codes(findings)).toEqual(['1.1 Été.md: ENCODING_GUESSED']);
  });
});
