import { contentRows, fingerprint } from '../domain/content-rows.js';
import { type Curriculum } from '../domain/curriculum.js';
import { Findings } from '../reading/findings/finding.js';
import { MANIFEST } from '../reading/own-form/manifest.js';
import { readCurriculum } from '../reading/read-curriculum.js';
import { type CourseFile, courseFiles } from './course-files.js';

const quiz = { id: 7, title: 'Q', quiz: [{ questionText: 'Q?', answerOptions: [{ answerText: 'yes', isCorrect: 'true' }, { answerText: 'no', isCorrect: 'false' }] }] };
const FILES: Record<string, string> = {
  'README.md': '# A course\n\nWelcome.',
  LICENSE: 'MIT License\n\nCopyright (c) 2024 Somebody\n\nPermission is hereby granted, free of charge, to any person obtaining a copy',
  '1-start/README.md': '# Starting\r\nHello',
  '1-start/1-first/README.md': '---\ntitle: x\n---\n# First\n[quiz](https://quiz.example.org/quiz/7) ![dot](dot.svg)',
  '1-start/1-first/dot.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '1-start/1-first/assignment.md': '# Do it',
  '1-start/1-first/translations/README.fr.md': '# Premier\n<!--\n"original_hash": "00000000000000000000000000000000"\n-->',
  '1-start/2-second/README.md': 'No title',
  'quiz-app/en.json': JSON.stringify([{ quizzes: [quiz] }]),
};

async function read(files: Record<string, string | Buffer>): Promise<{ curriculum: Curriculum; findings: Findings }> {
  const findings = new Findings();
  const curriculum = await readCurriculum({ name: 'course', paths: Object.keys(files).sort(), read: async (path) => Buffer.from(files[path] ?? '') }, findings);
  if (!curriculum) throw new Error('no course');
  return { curriculum, findings };
}
const asFiles = (written: readonly CourseFile[]): Record<string, Buffer> => Object.fromEntries(written.map(({ path, bytes }) => [path, bytes]));
const print = (curriculum: Curriculum): string => fingerprint(contentRows(curriculum));

describe('a course written as a folder', () => {
  it('comes back without loss, with the same files under the same names', async () => {
    const { curriculum } = await read(FILES);
    const written = courseFiles(curriculum);
    expect(written.map(({ path }) => path)).toEqual([...Object.keys(FILES), MANIFEST].sort());
    const again = await read(asFiles(written));
    expect(print(again.curriculum)).toBe(print(curriculum));
    expect(again.curriculum.licence).toEqual({ ...curriculum.licence, name: 'MIT', attribution: 'Copyright (c) 2024 Somebody' });
    expect(courseFiles(again.curriculum)).toEqual(written);
    expect(again.curriculum.modules[0]?.lessons[0]?.texts.get('fr')?.olderThanOriginal).toBe(true);
    expect(asFiles(written)['1-start/1-first/README.md']?.toString()).toBe(FILES['1-start/1-first/README.md']);
  });

  it('reads well for programs that know nothing of us: without the manifest the counts are the same', async () => {
    const { curriculum } = await read(FILES);
    const rest = asFiles(courseFiles(curriculum).filter(({ path }) => path !== MANIFEST));
    expect((await read(rest)).curriculum.modules[0]?.lessons.map(({ key, quizzes }) => [key, quizzes.length])).toEqual([['1-start/1-first', 1], ['1-start/2-second', 0]]);
  });

  it('takes what somebody edited in the exported files', async () => {
    const files = asFiles(courseFiles((await read(FILES)).curriculum));
    files['1-start/1-first/README.md'] = Buffer.from('# First, better\nText');
    expect((await read(files)).curriculum.modules[0]?.lessons[0]?.texts.get('en')?.title).toBe('First, better');
  });

  it('gives a text that was made here a file of its own, beside others of its name', async () => {
    const { curriculum } = await read(FILES);
    const text = { title: 'Made here', markdown: '# Made here\n\nText', file: '', olderThanOriginal: false };
    const lesson = { key: '1-start/1-first', audience: 'everyone', texts: new Map([['en', text]]), assignments: [], quizzes: [], minutes: 20 } as const;
    const [module] = curriculum.modules;
    const more = { ...curriculum, modules: module ? [{ ...module, lessons: [...module.lessons, { ...lesson, key: '1-start/made' }, { ...lesson, key: '1-start/1-first/' }] }] : [] };
    const written = courseFiles(more);
    expect(written.map(({ path }) => path)).toEqual(expect.arrayContaining(['1-start/made/README.md']));
    const back = await read(asFiles(written));
    expect(print(back.curriculum)).toBe(print(more));
  });

  it('case 40: a manifest sets nothing but what a course is made of, and a broken one refuses the import with its reason', async () => {
    const files = asFiles(courseFiles((await read(FILES)).curriculum));
    const manifest = JSON.parse(String(files[MANIFEST])) as Record<string, unknown>;
    const cheeky = await read({ ...files, [MANIFEST]: JSON.stringify({ ...manifest, organisationId: 'x', state: 'published', publicId: 'x', roles: ['manager'], texts: { en: { file: '../../etc/passwd', title: 'A course' } } }) });
    expect(Object.keys(cheeky.curriculum).sort()).toEqual(['images', 'keeps', 'licence', 'modules', 'originalLanguage', 'reader', 'skills', 'texts']);
    expect(cheeky.findings.of('warning').map(({ code }) => code)).toContain('MANIFEST_FILE_MISSING');
    for (const broken of ['{', '{"format":2}', JSON.stringify({ ...manifest, modules: [{ key: 1 }] })]) {
      const { findings } = await read({ ...files, [MANIFEST]: broken });
      expect(findings.of('error').map(({ code }) => code)).toEqual(['MANIFEST_BROKEN']);
    }
  });
});
