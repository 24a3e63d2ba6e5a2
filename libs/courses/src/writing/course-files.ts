import { type Curriculum, type CurriculumAssignment, type CurriculumQuiz, type CurriculumText, type PerLanguage } from '../domain/curriculum.js';
import { inspectMarkdown } from '../reading/documents/markdown.js';
import { isAttachment } from '../reading/documents/notebook.js';
import { type Manifest, MANIFEST, MANIFEST_VERSION, type ManifestLesson, type ManifestModule, type ManifestQuiz, type ManifestText, type ManifestTexts } from '../reading/own-form/manifest.js';
import { writeNotebook } from './write-notebook.js';

/** One file of an exported course. */
export interface CourseFile {
  /** From the folder's root, with slashes. */
  readonly path: string;
  readonly bytes: Buffer;
}

/** A course as the folder it came from, or would have come from: texts, quizzes, images, licence, and the file that says what names cannot. */
export function courseFiles(curriculum: Curriculum): readonly CourseFile[] {
  return new FolderWriter(curriculum).write();
}

class FolderWriter {
  private readonly files = new Map<string, Buffer>();
  private readonly quizFiles = new Map<string, CurriculumQuiz[]>();

  constructor(private readonly curriculum: Curriculum) {}

  write(): readonly CourseFile[] {
    // Pictures inside notebooks are written with them.
    for (const { path, image } of this.curriculum.images ?? []) if (!isAttachment(path)) this.files.set(path, image.bytes);
    const manifest = this.manifest();
    for (const [key, quizzes] of this.quizFiles) this.quizFile(key, quizzes);
    this.put(MANIFEST, `${JSON.stringify(manifest, undefined, 2)}\n`);
    return [...this.files].map(([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private manifest(): Manifest {
    const { originalLanguage, skills = [], images = [], modules } = this.curriculum;
    return {
      format: MANIFEST_VERSION,
      originalLanguage,
      licence: this.licence(),
      texts: this.texts(this.curriculum.texts, ''),
      skills,
      images: images.map(({ path }) => path).filter((path) => !isAttachment(path)),
      modules: modules.map((module): ManifestModule => {
        const introduction = new Map([...module.titles].map(([language, title]) => [language, module.introduction.get(language) ?? { title, markdown: '', file: '', olderThanOriginal: false }]));
        return { key: module.key, texts: this.texts(introduction, module.key), lessons: module.lessons.map((lesson) => this.lesson(lesson)), quizzes: this.quizzes(module.quizzes) };
      }),
    };
  }

  private licence(): Manifest['licence'] {
    const { licence } = this.curriculum;
    if (!licence) return undefined;
    if (licence.text === '') return { name: licence.name, attribution: licence.attribution };
    this.put('LICENSE', licence.text);
    return { name: licence.name, attribution: licence.attribution, file: 'LICENSE' };
  }

  private lesson(lesson: Curriculum['modules'][number]['lessons'][number]): ManifestLesson {
    const { key, audience, minutes } = lesson;
    return {
      key,
      audience,
      minutes,
      texts: this.texts(lesson.texts, key),
      assignments: this.parts('assignment', key, lesson.assignments),
      materials: this.parts('material', key, lesson.materials ?? []),
      quizzes: this.quizzes(lesson.quizzes),
    };
  }

  private parts(kind: string, lesson: string, parts: readonly CurriculumAssignment[]): ManifestLesson['assignments'] {
    return parts.map(({ key, texts }, index) => ({ key: key ?? `${kind}-${index + 1}`, texts: this.texts(texts, lesson, index === 0 ? kind : `${kind}-${index + 1}`) }));
  }

  private quizzes(quizzes: readonly CurriculumQuiz[]): readonly ManifestQuiz[] {
    for (const quiz of quizzes) {
      for (const [language, { file }] of quiz.texts) {
        const place = `${language} ${/\.json$/i.test(file) ? file : `quizzes/${language}.json`}`;
        this.quizFiles.set(place, [...(this.quizFiles.get(place) ?? []), quiz]);
      }
    }
    return quizzes.map(({ key, moment, heading }) => ({ key, moment, heading }));
  }

  /** As the quiz apps of such courses keep them; "true" is a string there. */
  private quizFile(place: string, quizzes: readonly CurriculumQuiz[]): void {
    const [language = '', ...path] = place.split(' ');
    const written = quizzes.flatMap((quiz) => {
      const text = quiz.texts.get(language);
      const questions = text?.questions.map((question) => ({ questionText: question.text, answerOptions: question.answers.map((answer) => ({ answerText: answer.text, isCorrect: String(answer.isRight) })) }));
      return text ? [{ id: quiz.key, title: text.title, quiz: questions }] : [];
    });
    this.put(path.join(' '), `${JSON.stringify([{ quizzes: written }], undefined, 2)}\n`);
  }

  private texts(texts: PerLanguage<CurriculumText>, folder: string, name = 'README'): ManifestTexts {
    return Object.fromEntries([...texts].map(([language, text]) => [language, this.text(text, this.pathFor(language, folder, name))]));
  }

  private pathFor(language: string, folder: string, name: string): string {
    const place = folder === '' || folder === '.' ? '' : `${folder.replace(/[^\p{L}\p{N}\-_./ ]/gu, '-').replace(/^[/.]+|\/+$/g, '')}/`;
    return language === this.curriculum.originalLanguage ? `${place}${name}.md` : `${place}translations/${name}.${language}.md`;
  }

  private text(text: CurriculumText, suggested: string): ManifestText {
    const older = text.olderThanOriginal ? { olderThanOriginal: true } : {};
    if (text.markdown === '' && !text.head && !text.file) return { title: text.title, ...older };
    const path = text.file || suggested;
    const plain = text.head ? `${text.head}\n${text.markdown}` : text.markdown;
    const file = this.put(path, /\.ipynb$/i.test(path) ? writeNotebook(text.head, text.markdown, path) : plain);
    return { file, ...(inspectMarkdown(text.markdown).title === text.title ? {} : { title: text.title }), ...older };
  }

  /** The path under which it was written: two different texts of one name get two files. */
  private put(path: string, content: string): string {
    const bytes = Buffer.from(content, 'utf8');
    let free = path;
    for (let number = 2; this.files.get(free) && !this.files.get(free)?.equals(bytes); number++) free = path.replace(/(\.[^./]*)?$/, `-${number}$1`);
    this.files.set(free, bytes);
    return free;
  }
}
