interface Somewhere {
  readonly rooms: string | null;
  readonly place: string | null;
  readonly siteName: string | null;
}

/** Room, place and site in one line: what the card of a session says already is not said again. */
export const placeOf = ({ rooms, place, siteName }: Somewhere): string =>
  [...new Set([rooms, place, siteName].flatMap((part) => part?.split(', ') ?? []).filter(Boolean))].join(', ');
