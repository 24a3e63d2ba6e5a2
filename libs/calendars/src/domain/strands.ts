/** A session of a series as far as one person's calendar goes. Instants in milliseconds. */
export interface StrandSession {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** "18:00", on the wall of the place. */
  readonly localTime: string;
  readonly isToCome: boolean;
  /** It takes place, and the person is expected there. */
  readonly isWanted: boolean;
  /** Where it stands in the calendar already. */
  readonly told: { readonly strand: string; readonly slot: number } | null;
}

export interface StrandState {
  readonly strand: string;
  readonly isInvited: boolean;
  readonly sequence: number;
}

/** A session with its place in a strand, told or to be told. */
export interface PlacedSession extends StrandSession {
  readonly strand: string;
  readonly slot: number;
}

/** What a strand is to hold, and whether the calendar has to hear of it. */
export interface StrandPlan {
  readonly strand: string;
  readonly sequence: number;
  readonly isInvited: boolean;
  /** What the person is expected in, and what of it is over. Empty: the strand is to go. */
  readonly sessions: readonly PlacedSession[];
  readonly isNews: boolean;
}

/**
 * The strands of a series for one person. What was told keeps its place for ever, also when it moves to another time of day; what is new joins
 * the strand of its time of day. Only what is to come can be news: nobody is invited to the past.
 */
export function strandsOf(sessions: readonly StrandSession[], states: readonly StrandState[], localDay: (instant: number) => number): readonly StrandPlan[] {
  const placed = place(sessions, localDay);
  const names = [...new Set([...states.map(({ strand }) => strand), ...placed.map(({ strand }) => strand)])].sort();
  return names.map((strand) => {
    const state = states.find((one) => one.strand === strand) ?? { isInvited: false, sequence: 0 };
    const all = placed.filter((one) => one.strand === strand);
    const toCome = all.filter(({ isToCome }) => isToCome);
    const wanted = toCome.filter(({ isWanted }) => isWanted);
    const known = state.isInvited ? all.filter(({ isToCome, told }) => !isToCome && told) : [];
    const differs = toCome.some(({ isWanted, told }) => isWanted !== (told !== null));
    return { ...state, strand, sessions: wanted.length > 0 ? [...known, ...wanted] : [], isNews: state.isInvited ? differs : wanted.length > 0 };
  });
}

function place(sessions: readonly StrandSession[], localDay: (instant: number) => number): readonly PlacedSession[] {
  const taken = new Set(sessions.flatMap(({ told }) => (told ? [`${told.strand} ${localDay(told.slot)}`] : [])));
  return [...sessions].sort((a, b) => a.from - b.from).flatMap((session): PlacedSession[] => {
    if (session.told) return [{ ...session, ...session.told }];
    if (!session.isWanted || !session.isToCome) return [];
    let strand = session.localTime;
    // Its day has one already, that went elsewhere since: a second strand of this time of day.
    for (let n = 2; taken.has(`${strand} ${localDay(session.from)}`); n++) strand = `${session.localTime}.${n}`;
    taken.add(`${strand} ${localDay(session.from)}`);
    return [{ ...session, strand, slot: session.from }];
  });
}
