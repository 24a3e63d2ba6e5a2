/** What the clock on the wall of a place shows. Only reading: instants are made of wall times by the server, which knows every rule. */
export interface WallTime {
  /** "2026-11-23" */
  readonly day: string;
  /** Minutes since midnight. */
  readonly minutes: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formatters.set(zone, known);
  return known;
}

export function wallTimeAt(instant: string, zone: string): WallTime {
  const parts = Object.fromEntries(formatterOf(zone).formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

export interface DayPiece {
  readonly day: string;
  readonly from: number;
  readonly until: number;
}

const wholeDay = 24 * 60;

/** A stretch of time cut at the midnights of a zone; only the days asked for. */
export function piecesOf({ from, to, zone }: { readonly from: string; readonly to: string; readonly zone: string }, days: readonly string[]): readonly DayPiece[] {
  const start = wallTimeAt(from, zone);
  const end = wallTimeAt(to, zone);
  return days.flatMap((day) => {
    if (day < start.day || day > end.day) return [];
    const piece = { day, from: day === start.day ? start.minutes : 0, until: day === end.day ? end.minutes : wholeDay };
    return piece.until > piece.from ? [piece] : [];
  });
}
