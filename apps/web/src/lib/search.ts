/** Reads search parameters as what they are meant to be; anything else counts as absent, so that no address can break a page. */
type Raw = Readonly<Record<string, unknown>>;

export const textIn = (raw: Raw, name: string): string | undefined => {
  const value = raw[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : typeof value === 'number' ? String(value) : undefined;
};

export function oneOf<Choice extends string>(raw: Raw, name: string, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice === raw[name]);
}

/** The path to return to after the sign-in: within this site only. */
export function pathIn(raw: Raw, name: string): string | undefined {
  const value = textIn(raw, name);
  return value !== undefined && /^\/(?![/\\])/.test(value) ? value : undefined;
}

/** What is absent is left out altogether, so that addresses stay short and links may name only what they mean. */
export function optional<T extends object>(values: T): { [Name in keyof T]?: T[Name] } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [Name in keyof T]?: T[Name] };
}
