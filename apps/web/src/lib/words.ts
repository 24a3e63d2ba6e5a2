import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type Role } from './viewer';

/** What an organisation calls our things. */
export type OwnWords = readonly { readonly word: string; readonly language: string; readonly own: string }[];

export const ownWord = (words: OwnWords, word: string, locale: string): string | undefined => words.find((own) => own.word === word && own.language === locale)?.own;

/** Words of the domain that many screens use (GLOSSARY). */
export const roleNames: Readonly<Record<Role, MessageDescriptor>> = {
  learner: msg`Learner`,
  trainer: msg`Trainer`,
  expert: msg`Expert`,
  coordinator: msg`Coordinator`,
  manager: msg`Manager`,
  observer: msg`Observer`,
};

/** What a role may do, for those who give it. */
export const roleHelp: Readonly<Record<Role, MessageDescriptor>> = {
  learner: msg`Follows a cohort: agenda, coaching, certificates.`,
  trainer: msg`Gives sessions, takes attendance, reviews work.`,
  expert: msg`Coaches learners, often by links from mails alone.`,
  coordinator: msg`Plans cohorts, rooms and people.`,
  manager: msg`Runs the organisation: sites, people, rights, messages.`,
  observer: msg`Reads figures of programmes, no names.`,
};
