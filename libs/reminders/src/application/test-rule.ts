import { type Language } from '@app/platform';

/** A reminder that somebody sends to himself: of which place and rule, in which language. */
export interface TestRule {
  readonly scopeId: string | null;
  readonly position: number;
  readonly language: Language;
}

/** Part of the message's key; the id makes every test one of its own. */
export const testRule = ({ scopeId, position, language }: TestRule, id: string): string => `test:${language}:${position}:${scopeId ?? ''}:${id}`;

/** Undefined for what is no test: nobody's session is told of in one. */
export function readTest(rule: string): TestRule | undefined {
  const [, language, position, scopeId] = /^test:(fr|nl|de|en):(\d+):([0-9a-f-]*):/.exec(rule) ?? [];
  return language === undefined ? undefined : { language: language as Language, position: Number(position), scopeId: scopeId || null };
}
