import { type SkillRef } from '../../domain/curriculum.js';
import { type Manifest, MANIFEST_VERSION, type ManifestLesson, type ManifestModule, type ManifestQuiz, type ManifestText, type ManifestTexts } from './manifest.js';

type Json = Readonly<Record<string, unknown>>;

/** Why a manifest cannot be read, with the place in it. */
export class ManifestRefused extends Error {}

/** Takes what is known and leaves everything else: whoever wrote the file gives it no rights, no owner and no state (case 40). */
export function parseManifest(text: string): Manifest {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    throw new ManifestRefused(error instanceof Error ? error.message : String(error));
  }
  const json = object(root, 'file');
  if (json['format'] !== MANIFEST_VERSION) throw new ManifestRefused(`format ${MANIFEST_VERSION} is expected`);
  return {
    format: MANIFEST_VERSION,
    originalLanguage: language(json['originalLanguage'], 'originalLanguage'),
    licence: json['licence'] === undefined ? undefined : licence(object(json['licence'], 'licence')),
    texts: texts(json['texts'], 'texts'),
    skills: list(json['skills'] ?? [], 'skills').map((skill, index) => skillOf(object(skill, `skills.${index}`), `skills.${index}`)),
    images: list(json['images'] ?? [], 'images').map((image, index) => key(image, `images.${index}`)),
    modules: list(json['modules'], 'modules').map((module, index) => moduleOf(object(module, `modules.${index}`), `modules.${index}`)),
  };
}

function moduleOf(json: Json, at: string): ManifestModule {
  return {
    key: key(json['key'], `${at}.key`),
    texts: texts(json['texts'], `${at}.texts`),
    lessons: list(json['lessons'], `${at}.lessons`).map((lesson, index) => lessonOf(object(lesson, `${at}.lessons.${index}`), `${at}.lessons.${index}`)),
    quizzes: quizzes(json['quizzes'], `${at}.quizzes`),
  };
}

function lessonOf(json: Json, at: string): ManifestLesson {
  const minutes = json['minutes'];
  const isWhole = typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= 6_000;
  if (minutes !== undefined && !isWhole) throw new ManifestRefused(`${at}.minutes is no number of minutes`);
  return {
    key: key(json['key'], `${at}.key`),
    audience: json['audience'] === 'trainers' ? 'trainers' : 'everyone',
    minutes,
    texts: texts(json['texts'], `${at}.texts`),
    assignments: parts(json['assignments'], `${at}.assignments`),
    materials: parts(json['materials'], `${at}.materials`),
    quizzes: quizzes(json['quizzes'], `${at}.quizzes`),
  };
}

function parts(value: unknown, at: string): ManifestLesson['assignments'] {
  return list(value ?? [], at).map((part, index) => {
    const place = `${at}.${index}`;
    return { key: key(object(part, place)['key'], `${place}.key`), texts: texts(object(part, place)['texts'], `${place}.texts`) };
  });
}

function quizzes(value: unknown, at: string): readonly ManifestQuiz[] {
  return list(value ?? [], at).map((quiz, index) => {
    const json = object(quiz, `${at}.${index}`);
    const { heading, moment } = json;
    const place = key(json['key'], `${at}.${index}.key`);
    if (moment === 'heading' && typeof heading === 'number' && Number.isInteger(heading) && heading >= 1 && heading <= 1_000) return { key: place, moment, heading };
    return { key: place, moment: moment === 'before' ? 'before' : 'after' };
  });
}

function texts(value: unknown, at: string): ManifestTexts {
  return Object.fromEntries(Object.entries(object(value, at)).map(([name, text]) => [language(name, at), textOf(object(text, `${at}.${name}`), `${at}.${name}`)]));
}

function textOf(json: Json, at: string): ManifestText {
  return { file: optional(json['file'], `${at}.file`), title: optional(json['title'], `${at}.title`), olderThanOriginal: json['olderThanOriginal'] === true };
}

function licence(json: Json): Manifest['licence'] {
  return { name: string(json['name'], 'licence.name'), attribution: optional(json['attribution'], 'licence.attribution'), file: optional(json['file'], 'licence.file') };
}

function skillOf(json: Json, at: string): SkillRef {
  const { framework, level } = json;
  if (framework !== 'digcomp' && framework !== 'esco') throw new ManifestRefused(`${at}.framework is neither digcomp nor esco`);
  const isLevel = typeof level === 'number' && Number.isInteger(level) && level >= 1 && level <= 8;
  return { framework, code: string(json['code'], `${at}.code`), role: json['role'] === 'requires' ? 'requires' : 'gives', ...(isLevel ? { level } : {}) };
}

function object(value: unknown, at: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ManifestRefused(`${at} is no object`);
  return value as Json;
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ManifestRefused(`${at} is no list`);
  return value;
}

function string(value: unknown, at: string): string {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 500) throw new ManifestRefused(`${at} is no text`);
  return value;
}

const optional = (value: unknown, at: string): string | undefined => (value === undefined ? undefined : string(value, at));

function key(value: unknown, at: string): string {
  const text = string(value, at);
  if (/\p{Cc}/u.test(text)) throw new ManifestRefused(`${at} has control characters`);
  return text;
}

function language(value: unknown, at: string): string {
  if (typeof value !== 'string' || !/^[a-z]{2,3}$/.test(value)) throw new ManifestRefused(`${at}: ${String(value)} is no language`);
  return value;
}
