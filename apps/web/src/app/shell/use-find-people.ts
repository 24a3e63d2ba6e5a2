export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly help: string;
}

/** People of a centre whose name or address holds what was typed. */
export function useFindPeople(_centreId: string | undefined, _typed: string): readonly FoundPerson[] {
  return [];
}
