/** What the database can keep: no NUL and no half of a pair of surrogates, which only escapes in JSON and YAML can bring in. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** One line without control characters, for whatever becomes a title. */
export const oneLine = (text: string): string => storable(text).replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ').trim();
