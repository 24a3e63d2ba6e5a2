import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const subjectNames: Readonly<Record<string, MessageDescriptor>> = { 'web-development': msg`Web development`, cybersecurity: msg`Cybersecurity`, ai: msg`Artificial intelligence`, other: msg`Other subject` };
export const levelNames: Readonly<Record<string, MessageDescriptor>> = { foundation: msg`Foundation`, intermediate: msg`Intermediate`, advanced: msg`Advanced`, specialised: msg`Highly specialised` };
export const kindNames: Readonly<Record<string, MessageDescriptor>> = { course: msg`Course`, module: msg`Module`, lesson: msg`Lesson`, assignment: msg`Assignment`, material: msg`Material`, quiz: msg`Quiz` };
export const changeNames: Readonly<Record<string, MessageDescriptor>> = { added: msg`added`, removed: msg`removed`, moved: msg`moved`, changed: msg`changed` };

export const languages = ['fr', 'nl', 'de', 'en'] as const;
export const languageName = (language: string): string => new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;

interface Title {
  readonly language: string;
  readonly title: string;
  readonly olderThanOriginal: boolean;
}
export const titleIn = (titles: readonly Title[], language: string): string => titles.find((one) => one.language === language)?.title ?? titles[0]?.title ?? '';
