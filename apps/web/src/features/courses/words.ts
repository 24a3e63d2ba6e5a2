import { msg } from '@lingui/core/macro';
import { type MessageDescriptor } from '@lingui/core';

export const subjectNames: Readonly<Record<string, MessageDescriptor>> = {
  'web-development': msg`Web development`,
  cybersecurity: msg`Cybersecurity`,
  ai: msg`Artificial intelligence`,
  other: msg`Other subject`,
};

export const levelNames: Readonly<Record<string, MessageDescriptor>> = {
  foundation: msg`Foundation`,
  intermediate: msg`Intermediate`,
  advanced: msg`Advanced`,
  specialised: msg`Highly specialised`,
};

/** "français", "English": a language in its own words, because who reads it looks for that. */
export function languageName(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(language) ?? language;
}

interface Title {
  readonly language: string;
  readonly title: string;
}

/** The title in the reader's language, else in the first one, which is the original. */
export const titleIn = (titles: readonly Title[], language: string): string => titles.find((one) => one.language === language)?.title ?? titles[0]?.title ?? '';
