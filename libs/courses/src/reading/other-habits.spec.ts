import { countCurriculum, type Curriculum } from '../domain/curriculum.js';
import { placesOf } from '../rendering/lesson-places.js';
import { courseFiles } from '../writing/course-files.js';
import { Findings } from './findings/finding.js';
import { readCurriculum } from './read-curriculum.js';

type Files = Record<string, string | Buffer>;

async function read(files: Files): Promise<{ curriculum: Curriculum & { reader: string }; findings: Findings; codes: string[] }> {
  const findings = new Findings();
  const source = { name: 'course', paths: Object.keys(files).sort(), read: async (path: string) => Buffer.from(files[path] ?? '') };
  const curriculum = await readCurriculum(source, findings);
  if (!curriculum) throw new Error(JSON.stringify(findings.of('error')));
  return { curriculum, findings, codes: findings.of('warning').map(({ file, line, code }) => `${file}:${line ?? ''} ${code}`) };
}

const shape = ({ modules }: Curriculum): object => modules.map(({ key, lessons }) => [key, lessons.map((lesson) => lesson.key)]);
const titles = ({ modules }: Curriculum, language = 'en') => modules.flatMap(({ lessons }) => lessons.map(({ texts }) => texts.get(language)?.title));

describe('courses whose authors have other habits', () => {
  it.each<[string, Files, object]>([
    ['words before numbers', { 'Module 1 - Start/Lesson 1/README.md': '# A', 'Module 1 - Start/Lesson 2/index.md': '# B', 'Module 2/lesson_10/README.md': '# C' }, [['Module 1 - Start', ['Module 1 - Start/Lesson 1', 'Module 1 - Start/Lesson 2']], ['Module 2', ['Module 2/lesson_10']]]],
    ['weeks and days', { 'week1/day1/README.md': '# A', 'week1/day2/README.md': '# B', 'week2/day1/README.md': '# C' }, [['week1', ['week1/day1', 'week1/day2']], ['week2', ['week2/day1']]]],
    ['lessons without a README', { '1-a/1-b/lesson.md': '# B', '1-a/2-c/2-c.md': '# C', '1-a/3-d/notes.md': '# D' }, [['1-a', ['1-a/1-b', '1-a/2-c', '1-a/3-d']]]],
    ['numbered files in folders', { 'basics/01-first.md': '# A', 'basics/02-second.md': '# B', 'more/01-third.md': '# C' }, [['basics', ['basics/01-first', 'basics/02-second']], ['more', ['more/01-third']]]],
    ['flat names with zeros', { '01.1 A.md': '# A', '01.2 B.md': '# B', '10.1 C.md': '# C' }, [['01', ['01.1 A', '01.2 B']], ['10', ['10.1 C']]]],
    ['flat names with dashes', { '1-1 A.md': '# A', '1-2 B.md': '# B', '2-1 C.md': '# C' }, [['1', ['1-1 A', '1-2 B']], ['2', ['2-1 C']]]],
    ['modules within parts', { '1-part/README.md': '# P', '1-part/1-module/README.md': '# M', '1-part/1-module/1-a/README.md': '# A', '1-part/2-module/1-b/README.md': '# B' }, [['1-part/1-module', ['1-part', '1-part/1-module/1-a']], ['1-part/2-module', ['1-part/2-module/1-b']]]],
    ['a folder that only groups', { 'lessons/1-Intro/README.md': '# I', 'lessons/1-Intro/assignment.md': '# Do', 'lessons/2-Nets/02-One/README.md': '# One', 'lessons/2-Nets/03-Two/README.md': '# Two' }, [['1-Intro', ['1-Intro']], ['2-Nets', ['2-Nets/02-One', '2-Nets/03-Two']]]],
    ['modules of any name that hold numbered lessons', { 'README.md': '# Full', 'frontend/1-html/README.md': '# H', 'frontend/2-css/README.md': '# C', 'backend/1-node/README.md': '# N' }, [['backend', ['backend/1-node']], ['frontend', ['frontend/1-html', 'frontend/2-css']]]],
    ['a book of chapters', { 'book.toml': '', 'src/SUMMARY.md': '# S', 'src/ch01-00-start.md': '# Start', 'src/ch01-01-install.md': '# Install' }, [['.', ['ch01-00-start', 'ch01-01-install']]]],
    ['two lessons of one number', { '1-a/1-x/README.md': '# X', '1-a/1-y/README.md': '# Y' }, [['1-a', ['1-a/1-x', '1-a/1-y']]]],
    ['notebooks without numbers', { 'Perceptron.ipynb': '{"cells":[]}', 'deep/Vision.ipynb': '{"cells":[]}' }, [['deep', ['deep/Vision']], ['.', ['Perceptron']]]],
  ])('reads %s', async (_, files, expected) => {
    expect(shape((await read(files)).curriculum)).toEqual(expected);
  });

  const NESTED: Files = { 'README.md': '# Inner', 'LICENSE': 'MIT', '1-a/README.md': '# A', '1-a/1-b/README.md': '# B\n\n![dot](../dot.svg) [gone](gone.md)\n\n[quiz](https://quiz.example.org/quiz/1)', '1-a/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', '1-a/1-b/translations/README.fr.md': '# B fr', '1-a/2-c/README.md': '# C', 'quiz-app/en.json': JSON.stringify([{ quizzes: [{ id: 1, quiz: [{ questionText: 'Q', answerOptions: [{ answerText: 'a', isCorrect: 'true' }, { answerText: 'b', isCorrect: 'false' }] }] }] }]) };
  const packed = (folder: string, beside: Files = {}): Files => ({ ...Object.fromEntries(Object.entries(NESTED).map(([path, text]) => [`${folder}/${path}`, text])), ...beside });
  it.each<[string, Files]>([
    ['one folder deeper', packed('my-course')],
    ['two folders deeper, with blanks', packed('outer/My course')],
    ['in the folder of a site', packed('docs')],
    ['beside other things', packed('my-course', { 'README.md': '# Outer', LICENSE: 'x', 'notes/plan.md': '# Plan', 'tools/run.py': '' })],
    ['beside more numbered folders than nothing', packed('x/my-course', { 'x/templates/1-t/README.md': '# T' })],
    ['with its translations, quizzes and README outside', { 'README.md': '# Inner', 'translations/fr/README.md': '# Dedans', 'translations/fr/course/1-a/1-b/README.md': '# B fr', 'quiz-app/en.json': NESTED['quiz-app/en.json'] ?? '', 'course/1-a/README.md': '# A', 'course/1-a/1-b/README.md': NESTED['1-a/1-b/README.md'] ?? '', 'course/1-a/dot.svg': NESTED['1-a/dot.svg'] ?? '', 'course/1-a/2-c/README.md': '# C' }],
  ])('recognises a course that lies %s: the same course under the same keys, with every remark at the file that was chosen', async (_, files) => {
    const { curriculum, codes } = await read(files);
    expect([shape(curriculum), countCurriculum(curriculum)]).toEqual([[['1-a', ['1-a/1-b', '1-a/2-c']]], { modules: 1, lessons: 2, assignments: 0, quizzes: 1, questions: 1, languages: ['en', 'fr'] }]);
    expect(curriculum.texts.get('en')?.title).toBe('Inner');
    const lesson = Object.keys(files).find((path) => path.endsWith('1-a/1-b/README.md') && !path.startsWith('translations')) ?? '';
    expect(curriculum.modules[0]?.lessons[0]?.texts.get('en')?.file).toBe(lesson);
    expect(curriculum.images?.map(({ path }) => path)).toEqual([lesson.replace('1-b/README.md', 'dot.svg')]);
    expect(codes.filter((code) => !code.startsWith('notes/'))).toEqual([`${lesson}:3 LINK_MISSING`]);
    expect(codes.filter((code) => code.startsWith('notes/'))).toEqual('notes/plan.md' in files ? ['notes/plan.md: DOCUMENT_UNUSED'] : []);
  });

  it('follows references that begin with a slash to the folder of the course, wherever it lies', async () => {
    const text = '# B\n\n![dot](/images/dot.svg) [next](/1-a/2-c/README.md) [gone](/gone.md)';
    const { curriculum, codes } = await read({ 'x/course/1-a/1-b/README.md': text, 'x/course/1-a/2-c/README.md': '# C', 'x/course/images/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
    expect(codes).toEqual(['x/course/1-a/1-b/README.md:3 LINK_MISSING']);
    expect(curriculum.images?.map(({ path }) => path)).toEqual(['x/course/images/dot.svg']);
    const lessons = [{ id: 'c', key: '1-a/2-c', files: ['x/course/1-a/2-c/README.md'] }];
    const places = placesOf('x/course/1-a/1-b/README.md', { images: new Map([['x/course/images/dot.svg', { fileId: 'dot', width: 1, height: 1 }]]), lessons, quizzes: new Map() });
    expect([places.image('/images/dot.svg')?.src, places.link('/1-a/2-c/README.md'), places.link('/gone.md')]).toEqual(['/files/course-images/dot', '/lessons/c', undefined]);
  });

  it('recognises labs, numbered files and an exported course however often they are packed, and gives each back as it lay', async () => {
    const lab = '---\nlab:\n  title: Users\n  module: Identity\n---\nText';
    expect(shape((await read({ 'a/b/en/Instructions/Labs/LAB_01.md': lab, 'a/b/fr/Instructions/Labs/LAB_01.md': lab })).curriculum)).toEqual([['Identity', ['Instructions/Labs/LAB_01']]]);
    expect(shape((await read({ 'a/1.1 One.md': '# One', 'a/2.1 Two.md': '# Two', 'a/images/x.md': '# No' })).curriculum)).toEqual([['1', ['1.1 One']], ['2', ['2.1 Two']]]);
    const out = Object.fromEntries(courseFiles((await read(packed('my-course'))).curriculum).map(({ path, bytes }) => [path, bytes]));
    expect(Object.keys(out)).toEqual(expect.arrayContaining(['my-course/1-a/1-b/README.md', 'my-course/1-a/dot.svg', 'my-course/quiz-app/en.json', 'tremplin-course.json']));
    const again = await read(Object.fromEntries(Object.entries(out).map(([path, bytes]) => [`downloads/course/${path}`, bytes])));
    expect([again.curriculum.reader, shape(again.curriculum)]).toEqual(['own-form', [['1-a', ['1-a/1-b', '1-a/2-c']]]]);
  });

  it('reads names in upper case, marks and line ends of Windows, empty files and accents written in two ways', async () => {
    const { curriculum, codes } = await read({
      '1-a/1-b/README.MD': '\ufeff---\r\ntitle: Élan\r\n---\r\ntext\r\n![a](e\u0301te\u0301.svg) ![b](%C3%A9t%C3%A9.svg) ![c](100%.svg)', '1-a/1-b/été.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', '1-a/1-b/100%.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '1-a/1-b/ASSIGNMENT.MD': '# Do', '1-a/2-c/README.md': '', '1-a/1-b/quiz.json': `\ufeff${JSON.stringify({ questions: [{ question: 'Q', options: ['x', 'y'], answer: 'x' }] })}`,
    });
    expect([titles(curriculum), countCurriculum(curriculum)]).toEqual([['Élan', 'C'], { modules: 1, lessons: 2, assignments: 1, quizzes: 1, questions: 1, languages: ['en'] }]);
    expect(codes).toEqual(['1-a/2-c/README.md:1 NO_TITLE']);
    expect(curriculum.images).toHaveLength(3);
  });

  it('names the line on which a notebook breaks, and reads the others', async () => {
    const { curriculum, codes } = await read({ '01-a.ipynb': '{"cells": [\n{"cell_type": "markdown",\n broken}]}', '02-b.IPYNB': '{"cells":[{"cell_type":"markdown","source":"# B"}]}', '03-c.ipynb': '' });
    expect([titles(curriculum), codes]).toEqual([['B'], ['01-a.ipynb:3 NOTEBOOK_BROKEN', '03-c.ipynb:1 NOTEBOOK_BROKEN']]);
  });

  it('finds translations in folders of languages, at the root, within a lesson and by ending', async () => {
    const { curriculum } = await read({ 'en/1-a/1-x/README.md': '# X', 'fr/1-a/1-x/README.md': '# X fr', 'nl/1-a/1-x/README.md': '# X nl' });
    expect([shape(curriculum), [...(curriculum.modules[0]?.lessons[0]?.texts.keys() ?? [])]]).toEqual([[['1-a', ['1-a/1-x']]], ['en', 'fr', 'nl']]);
    const beside = await read({ '1-a/1-x/README.md': '# X', '1-a/1-x/fr/README.md': '# X fr', '1-a/1-x/README-nl.md': '# X nl', '1-a/1-x/translations/README.zho.md': '# X zh', '1-a/1-x/translations/README.zh-TW.md': '# Y' });
    expect([...(beside.curriculum.modules[0]?.lessons[0]?.texts.keys() ?? [])].sort()).toEqual(['en', 'fr', 'nl', 'zh']);
    expect(beside.codes).toEqual(['1-a/1-x/translations/README.zho.md: TRANSLATION_TWICE']);
  });

  it('takes labs as assignments, texts and notebooks beside a lesson as its material, and no solutions', async () => {
    const { curriculum, codes } = await read({
      '1-a/1-x/README.md': '# X\n[pi](pi.md)', '1-a/1-x/pi.md': '# On a Pi', '1-a/1-x/demo.ipynb': '{"cells":[{"cell_type":"markdown","source":"# Demo"}]}', '1-a/1-x/lab/README.md': '# Lab',
      '1-a/1-x/assignment.md': '# Do', '1-a/1-x/assignment_solution.md': '# No', '1-a/1-x/solution/README.md': '# No', 'notes/old.md': '# Lost', 'CONTRIBUTING.md': '# No',
    });
    const [lesson] = curriculum.modules[0]?.lessons ?? [];
    expect([lesson?.assignments.map(({ texts }) => texts.get('en')?.title), lesson?.materials?.map(({ key, texts }) => [key, texts.get('en')?.title])]).toEqual([['Do', 'Lab'], [['demo.ipynb', 'Demo'], ['pi.md', 'On a Pi']]]);
    expect(codes).toEqual(['1-a/1-x/assignment_solution.md: DOCUMENT_UNUSED', 'notes/old.md: DOCUMENT_UNUSED']);
  });

  it('reads heads of any type, and takes rules and code that look like one for what they are', async () => {
    const { curriculum } = await read({
      'Instructions/Labs/01.md': '---\ntags: [a, b]\ndate: 2026-01-02\nlab:\n  title: 42\n  module: 7\n  duration: 1h30\n---\ntext', 'Instructions/Labs/02.md': '---\n# Ruled\n---\ntext', 'Instructions/Labs/03.md': '# Code\n\n```\n---\ntitle: no\n---\n```',
    });
    expect(curriculum.modules.map(({ key }) => key)).toEqual(['7', '.']);
    expect(titles(curriculum)).toEqual(['42', 'Ruled', 'Code']);
    expect(curriculum.modules[0]?.lessons[0]?.minutes).toBe(90);
  });

  it('keeps titles on one line and texts without what no database holds', async () => {
    const { curriculum } = await read({ '1-a/1-x/README.md': '---\ntitle: "one\\r\\ntwo\\0"\n---\ntext', '1-a/2-y/README.md': '', 'quiz.json': JSON.stringify({ questions: [{ question: 'a\0b\ud800', options: ['x', 'y'], answer: 1 }] }) });
    expect(titles(curriculum)).toEqual(['one two', 'Y']);
    expect(curriculum.modules[0]?.quizzes[0]?.texts.get('en')?.questions).toEqual([{ text: 'ab\ufffd', answers: [{ text: 'x', isRight: false }, { text: 'y', isRight: true }] }]);
  });

  it('shows images with blanks, escapes and other letters, and follows links with anchors', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
    const { curriculum, codes } = await read({ '1-a/1-x/README.md': '# X\n![a](my image.svg) ![b](my%20image.svg) ![c](Images/B.SVG) [y](../2-y/README.md#part-two) [z](2-y.md)', '1-a/1-x/my image.svg': svg, '1-a/1-x/images/b.svg': svg, '1-a/2-y/README.md': '# Y' });
    expect(codes).toEqual(['1-a/1-x/README.md:2 LINK_MISSING']);
    expect(curriculum.images?.map(({ path }) => path)).toEqual(['1-a/1-x/Images/B.SVG', '1-a/1-x/my image.svg']);
  });

  it.each<[string, string, string, [string, boolean[]][]]>([
    ['of a quiz app', 'quiz.json', JSON.stringify([{ quizzes: [{ id: 'a', title: 'T', quiz: [{ questionText: 'Q', answerOptions: [{ answerText: '1', isCorrect: 'true' }, { answerText: '2', isCorrect: false }] }] }] }]), [['Q', [true, false]]]],
    ['with flags', 'quiz.json', JSON.stringify({ title: 'T', questions: [{ text: 'Q', choices: [{ answer: '1', correct: 0 }, { answer: '2', correct: 1 }] }] }), [['Q', [false, true]]]],
    ['with the words of the answer', 'quiz.json', JSON.stringify([{ question: 'Q', options: ['a', 'b'], answer: 'b' }, { question: 'R', options: { a: '1', b: '2' }, correct_answer: 'a' }]), [['Q', [false, true]], ['R', [true, false]]]],
    ['with the wrong answers apart', 'quiz.json', JSON.stringify({ response_code: 0, results: [{ question: 'Q', correct_answer: 'm', incorrect_answers: ['z', 'a'] }] }), [['Q', [false, true, false]]]],
    ['with questions by name', 'quiz.json', JSON.stringify({ q1: { question: 'Q', options: ['a', 'b'], answer: 0 }, q2: { question: 'R', options: ['a', 'b'], answer: 1 } }), [['Q', [true, false]], ['R', [false, true]]]],
    ['within something else', 'quiz.json', JSON.stringify({ data: { quiz: { title: 'T', questions: [{ q: 'Q', a: ['x', 'y'], correct: 1 }] } } }), [['Q', [false, true]]]],
    ['with answers beside the question', 'quiz.json', JSON.stringify({ questions: [{ question: 'Q', A: 'x', B: 'y', answer: 'B' }, { question: 'R', option1: 'x', option2: 'y', answer: 'option1' }] }), [['Q', [false, true]], ['R', [true, false]]]],
    ['as ticks in Markdown', 'quiz.md', '# Quiz\n\n## Question 1: Q\n\n- [ ] a\n- [x] b\n\n## R\n\n- [ ] a\n- [ ] b\n', [['Q', [false, true]], ['R', [false, false]]]],
    ['as letters in Markdown', 'quiz.md', '# Quiz\n\n1. Q\n   - A) x\n   - B) y\n\n   Answer: B\n2. R\n   - **x**\n   - y\n', [['Q', [false, true]], ['R', [true, false]]]],
  ])('reads a quiz %s beside its lesson', async (_, name, content, expected) => {
    const { curriculum } = await read({ '1-a/1-x/README.md': '# X', [`1-a/1-x/${name}`]: content });
    const all = curriculum.modules.flatMap(({ lessons, quizzes }) => [...lessons.flatMap((lesson) => lesson.quizzes), ...quizzes]);
    expect(all.map(({ texts }) => texts.get('en')?.questions.map(({ text, answers }) => [text, answers.map(({ isRight }) => isRight)]))).toEqual([expected]);
    expect(countCurriculum(curriculum)).toMatchObject({ lessons: 1, quizzes: 1, questions: expected.length });
  });

  it.each(['{"questions": []}', 'null', '"quiz"', '[1, 2]', '{"quiz": {"a": 1}}'])('says that %s holds no question, and takes the course', async (text) => {
    const { curriculum, codes } = await read({ '1-a/1-x/README.md': '# X', '1-a/1-x/quiz.json': text, 'package.json': text });
    expect([countCurriculum(curriculum), codes]).toEqual([expect.objectContaining({ lessons: 1, quizzes: 0 }), ['1-a/1-x/quiz.json: QUIZ_EMPTY']]);
  });

  it('puts the only quiz of a lesson where its link stands', async () => {
    const quiz = JSON.stringify([{ quizzes: ['1', '2'].map((id) => ({ id, quiz: [{ questionText: 'Q', answerOptions: [{ answerText: 'a', isCorrect: 'true' }, { answerText: 'b' }] }] })) }]);
    const { curriculum } = await read({ '1-a/1-x/README.md': '# X\n\ntext\n\ntext\n\n[quiz](https://quiz.example.org/quiz/1)', '1-a/2-y/README.md': '# Y\n[quiz](https://quiz.example.org/quiz/2)\n\ntext\n\ntext\n\ntext\n\ntext', 'quiz/en.json': quiz });
    expect(curriculum.modules[0]?.lessons.map(({ quizzes }) => quizzes.map(({ moment }) => moment))).toEqual([['after'], ['before']]);
  });

  it('refuses broken quizzes and texts without end with file and line, whatever else is there', async () => {
    const findings = new Findings();
    const files: Files = { '1-a/1-x/README.md': '# X', 'quiz/en.json': '[{"quizzes": [\n{"id": 1,}\n]}]', '1-a/2-y/README.md': `${'> '.repeat(20_000)}deep`, '1-a/3-z/README.md': 'x'.repeat(2_000_001) };
    await readCurriculum({ name: 'course', paths: Object.keys(files).sort(), read: async (path) => Buffer.from(files[path] ?? '') }, findings);
    expect(findings.of('error').map(({ file, line, code }) => `${file}:${line ?? ''} ${code}`)).toEqual(['1-a/2-y/README.md: TEXT_TOO_DEEP', '1-a/3-z/README.md: TEXT_TOO_LONG', 'quiz/en.json:2 QUIZ_UNREADABLE']);
  });

  it('reads a course of 5,000 files', async () => {
    const files = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`${Math.floor(n / 100)}-module/${n % 100}-lesson/README.md`, `# Lesson ${n}`]));
    expect(countCurriculum((await read(files)).curriculum)).toMatchObject({ modules: 50, lessons: 5_000 });
  }, 120_000);
});

describe('notebooks, given back', () => {
  const picture = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  const notebook = {
    cells: [
      { cell_type: 'markdown', metadata: { tags: ['x'] }, source: ['# Arrays\n', '\n', '![p](attachment:p.svg)'], attachments: { 'p.svg': { 'image/svg+xml': picture.toString('base64') } } },
      { cell_type: 'code', metadata: {}, execution_count: 3, source: 'print(1)', outputs: [{ output_type: 'stream', name: 'stdout', text: ['1\n'] }] },
      { cell_type: 'markdown', metadata: {}, source: 'Last' },
    ],
    metadata: { kernelspec: { language: 'python', name: 'python3' } }, nbformat: 4, nbformat_minor: 4,
  };
  const written = (curriculum: Curriculum): typeof notebook => JSON.parse(courseFiles(curriculum).find(({ path }) => path === '01-arrays.ipynb')?.bytes.toString() ?? '{}') as typeof notebook;

  it('are the same notebook where nobody edited, outputs and pictures included', async () => {
    const { curriculum } = await read({ '01-arrays.ipynb': JSON.stringify(notebook) });
    expect(curriculum.images?.map(({ path }) => path)).toEqual(['01-arrays.attachments/0/p.svg']);
    expect(written(curriculum)).toEqual(notebook);
    expect(courseFiles(curriculum).map(({ path }) => path)).toEqual(['01-arrays.ipynb', 'tremplin-course.json']);
  });

  it('keep what still stands when a text was edited between', async () => {
    const { curriculum } = await read({ '01-arrays.ipynb': JSON.stringify(notebook) });
    const edited = (text: string): Curriculum => ({
      ...curriculum,
      modules: curriculum.modules.map((module) => ({ ...module, lessons: module.lessons.map((lesson) => ({ ...lesson, texts: new Map([...lesson.texts].map(([language, one]) => [language, { ...one, markdown: one.markdown.replace('Last', text) }])) })) })),
    });
    const cells = written(edited('New words\n\n```python\nprint(2)\n```\n\nEnd')).cells;
    expect(cells.slice(0, 2)).toEqual(notebook.cells.slice(0, 2));
    expect(cells.slice(2)).toMatchObject([{ cell_type: 'markdown', source: ['New words'] }, { cell_type: 'code', source: ['print(2)'] }, { cell_type: 'markdown', source: ['End'] }]);
  });
});
