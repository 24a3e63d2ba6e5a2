import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, languages } from '../actor/actor.js';
import { dateFormat, locales } from './dates.js';

/** What an ICU message may contain. */
export type TextValues = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

export interface TextOptions {
  /** Zone in which dates and times are worded; UTC where the text has none. */
  readonly zone?: string;
}

/**
 * A catalogue of the server's texts (ICU MessageFormat) in all four languages. Made by `defineTexts`, which does not compile while
 * a language lacks a key; `faultsOfTexts` finds what the compiler cannot see.
 */
export class Texts<Key extends string = string> {
  private readonly formats = new Map<string, IntlMessageFormat>();

  constructor(private readonly messages: Readonly<Record<Language, Readonly<Record<Key, string>>>>) {}

  get keys(): readonly Key[] {
    return Object.keys(this.messages.en) as Key[];
  }

  has(key: string): key is Key {
    return Object.hasOwn(this.messages.en, key);
  }

  source(key: Key, language: Language): string {
    return this.messages[language][key];
  }

  render(key: Key, language: Language, values: TextValues = {}, options: TextOptions = {}): string {
    return String(this.format(key, language, options.zone ?? 'UTC').format({ ...values }));
  }

  private format(key: Key, language: Language, zone: string): IntlMessageFormat {
    const cacheKey = `${language}|${zone}|${key}`;
    const known = this.formats.get(cacheKey);
    if (known) return known;
    const made = compileMessage(this.messages[language][key], language, zone);
    this.formats.set(cacheKey, made);
    return made;
  }
}

/** Compiles one ICU message; dates and times in it are worded in the zone. Throws where the message is malformed. */
export function compileMessage(message: string, language: Language, zone = 'UTC'): IntlMessageFormat {
  const inZone = (styles: Record<string, Intl.DateTimeFormatOptions>): Record<string, Intl.DateTimeFormatOptions> =>
    Object.fromEntries(Object.entries(styles).map(([name, style]) => [name, { ...style, timeZone: zone }]));
  const { date, time } = IntlMessageFormat.formats;
  return new IntlMessageFormat(message, locales[language], { date: inZone(date), time: inZone(time) }, { ignoreTag: true, formatters: formattersOf[language] });
}

/** One of a kind for each locale and style. */
function remembered<Options, Format>(make: (options?: Options) => Format): (locale: unknown, options?: Options) => Format {
  const known = new Map<string, Format>();
  return (_locale, options) => {
    const key = JSON.stringify(options ?? null);
    const format = known.get(key) ?? make(options);
    known.set(key, format);
    return format;
  };
}

const formattersOf = Object.fromEntries(
  languages.map((language) => [
    language,
    {
      getNumberFormat: remembered((options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales[language], options)),
      getPluralRules: remembered((options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locales[language], options)),
      getDateTimeFormat: (_locale: unknown, options?: Intl.DateTimeFormatOptions) => dateFormat(language, options),
    },
  ]),
);

const defined: Texts[] = [];

/** Defines a catalogue: `defineTexts({ fr: { greeting: '…' }, nl: {…}, de: {…}, en: {…} })`. A missing key is a compile error. */
export function defineTexts<Key extends string>(messages: Readonly<Record<Language, Readonly<Record<Key, string>>>>): Texts<Key> {
  const texts = new Texts(messages);
  defined.push(texts);
  return texts;
}

/** Every catalogue that was loaded so far; the tests walk through them. */
export function definedTexts(): readonly Texts[] {
  return defined;
}

/** What is wrong with a catalogue: empty or malformed messages, and arguments that one language uses and another does not. */
export function faultsOfTexts(texts: Texts): readonly string[] {
  return texts.keys.flatMap((key) => {
    const used = languages.map((language) => argumentsOf(texts.source(key, language), language));
    const broken = used.flatMap((names, index) => (typeof names === 'string' ? [`${key} (${languages[index]}): ${names}`] : []));
    if (broken.length > 0) return broken;
    const different = languages.filter((_, index) => String(used[index]) !== String(used[0]));
    return different.map((language) => `${key}: ${language} uses other arguments than ${languages[0]}`);
  });
}

function argumentsOf(message: string, language: Language): readonly string[] | string {
  if (message.trim() === '') return 'is empty';
  try {
    const names = new Set<string>();
    collectArguments(compileMessage(message, language).getAst(), names);
    return [...names].sort();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Element types 1 to 6 name an argument; plural (6) and select (5) hold further messages. */
function collectArguments(ast: Ast, names: Set<string>): void {
  for (const element of ast) {
    const type = Number(element.type);
    if ('value' in element && type >= 1 && type <= 6) names.add(String(element.value));
    if ('options' in element) for (const option of Object.values(element.options)) collectArguments(option.value, names);
  }
}
