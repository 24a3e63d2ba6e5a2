import { type Fault, type Language } from '@app/platform';

/** What a reminder says in one language: lines with placeholders such as {title}. */
export interface ReminderText {
  readonly subject: string;
  readonly body: string;
}

/** Texts that a centre or a cohort wrote; a language without one gets ours. */
export type OwnTexts = Readonly<Partial<Record<Language, ReminderText>>>;

export type ReminderTrigger = 'before' | 'weekly';

/**
 * Where a placeholder may stand: anywhere; on a line without other placeholders, because it may have nothing to say and the line is then left
 * out; or alone on its line (the link becomes a button, the week is a paragraph a day).
 */
type Standing = 'anywhere' | 'line' | 'alone';

export interface Placeholder {
  readonly name: string;
  readonly standing: Standing;
  /** A reminder without it would be none. */
  readonly isRequired: boolean;
}

const of = (standing: Standing, isRequired: boolean, ...names: readonly string[]): readonly Placeholder[] => names.map((name) => ({ name, standing, isRequired }));

/** The same names in all languages, so that a text can be copied from one to another. */
export const placeholders: Readonly<Record<ReminderTrigger, readonly Placeholder[]>> = {
  before: [...of('anywhere', true, 'title', 'date', 'time'), ...of('anywhere', false, 'name', 'organisation'), ...of('line', false, 'place', 'bring', 'join'), ...of('alone', true, 'link')],
  weekly: [...of('anywhere', false, 'week', 'sessions', 'name', 'organisation'), ...of('alone', true, 'items', 'link')],
};

const LONGEST = { subject: 150, body: 4_000 } as const;
const BRACED = /\{([^{}\n]*)\}/g;

/** What is wrong with a text that somebody wrote, each with its line; a stored text is judged again whenever it is used. */
export function faultsOfText(trigger: ReminderTrigger, text: ReminderText, ours: ReminderText): readonly Fault[] {
  return [...faultsOfPart(trigger, 'subject', text.subject), ...faultsOfPart(trigger, 'body', text.body), ...missing(trigger, text, ours)];
}

export const fits = (trigger: ReminderTrigger, text: ReminderText): boolean => faultsOfText(trigger, text, text).length === 0;

function faultsOfPart(trigger: ReminderTrigger, field: keyof ReminderText, text: string): readonly Fault[] {
  if (text.trim() === '') return [{ field, reason: 'reminders.text-empty' }];
  if (text.length > LONGEST[field]) return [{ field, reason: 'reminders.text-long', values: { max: LONGEST[field] } }];
  return text.split('\n').flatMap((line, index) => faultsOfLine(trigger, field, line).map((fault) => ({ ...fault, field, values: { ...fault.values, line: index + 1 } })));
}

type LineFault = Omit<Fault, 'field'>;

function faultsOfLine(trigger: ReminderTrigger, field: keyof ReminderText, line: string): readonly LineFault[] {
  const names = namesIn(line);
  if (/[{}]/.test(line.replace(BRACED, ''))) return [{ reason: 'reminders.text-brace', values: { example: '{title}' } }];
  return names.flatMap((name): readonly LineFault[] => {
    const known = placeholders[trigger].find((one) => one.name === name);
    const values = { name: `{${name}}` };
    if (!known) return [{ reason: 'reminders.text-unknown', values: { ...values, known: placeholders[trigger].map((one) => `{${one.name}}`).join(' ') } }];
    if (known.standing === 'anywhere') return [];
    if (field === 'subject') return [{ reason: 'reminders.text-subject', values }];
    const isAlone = known.standing === 'alone' ? line.trim() === `{${name}}` : names.length === 1;
    return isAlone ? [] : [{ reason: known.standing === 'alone' ? 'reminders.text-alone' : 'reminders.text-line', values }];
  });
}

/** With the line where our text has it, as the example to follow. */
function missing(trigger: ReminderTrigger, { body }: ReminderText, ours: ReminderText): readonly Fault[] {
  const there = new Set(namesIn(body));
  const absent = placeholders[trigger].filter(({ name, isRequired }) => isRequired && !there.has(name));
  return absent.map(({ name }) => ({ field: 'body', reason: 'reminders.text-missing', values: { name: `{${name}}`, line: lineWith(ours.body, name) } }));
}

const lineWith = (body: string, name: string): number => body.split('\n').findIndex((line) => line.includes(`{${name}}`)) + 1;
const namesIn = (text: string): readonly string[] => [...text.matchAll(BRACED)].map(([, name = '']) => name);

export type TextValues = Readonly<Record<string, string>>;

/** Fills a text in one pass: what a value holds is never read as a placeholder, and only what may have several lines keeps them. */
export function fillText({ subject, body }: ReminderText, values: TextValues): ReminderText {
  const lines = body.split('\n').filter((line) => !isSilent(line, values));
  const filled = lines.map((line) => (/^\{\w+\}$/.test(line.trim()) ? `\n${fillLine(line.trim(), values)}\n` : fillLine(line, values)));
  return { subject: fillLine(subject, values).replace(/\s+/g, ' ').trim(), body: filled.join('\n').replace(/\n{3,}/g, '\n\n').trim() };
}

const MANY_LINES = new Set(['items', 'bring']);

/** A word that is empty takes the blank before it along: "Hello {name}," becomes "Hello,". */
function fillLine(line: string, values: TextValues): string {
  return line.replace(/([ \t\u00a0]*)\{(\w+)\}/g, (_, blank: string, name: string) => {
    const value = values[name]?.trim() ?? '';
    if (value === '') return '';
    return blank + (MANY_LINES.has(name) ? value : value.replace(/\s+/g, ' '));
  });
}

/** A line that is there for something that has nothing to say. */
function isSilent(line: string, values: TextValues): boolean {
  const names = namesIn(line);
  return names.length === 1 && ['place', 'bring', 'join'].includes(names[0] ?? '') && (values[names[0] ?? ''] ?? '').trim() === '';
}
