/** The fields of an edit that were given: undefined means "leave it as it is", null means "empty it". */
export function fieldsGiven<T extends object>(edit: T): { [Field in keyof T]?: Exclude<T[Field], undefined> } {
  return Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined)) as { [Field in keyof T]?: Exclude<T[Field], undefined> };
}
