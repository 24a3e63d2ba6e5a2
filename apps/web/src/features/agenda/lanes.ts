export interface Placed<T> {
  readonly item: T;
  readonly from: number;
  readonly until: number;
  /** Which of so many columns side by side. */
  readonly lane: number;
  readonly lanes: number;
}

/** What overlaps stands side by side; what does not takes the whole width. Minutes of one day. */
export function lanesOf<T>(pieces: readonly { readonly item: T; readonly from: number; readonly until: number }[]): readonly Placed<T>[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from || b.until - a.until);
  const placed: Placed<T>[] = [];
  let cluster: { piece: (typeof sorted)[number]; lane: number }[] = [];
  let end = -1;
  const close = (): void => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane + 1));
    placed.push(...cluster.map(({ piece, lane }) => ({ ...piece, lane, lanes })));
    cluster = [];
  };
  for (const piece of sorted) {
    if (piece.from >= end) close();
    const taken = new Set(cluster.filter((one) => one.piece.until > piece.from).map((one) => one.lane));
    let lane = 0;
    while (taken.has(lane)) lane++;
    cluster.push({ piece, lane });
    end = Math.max(end, piece.until);
  }
  close();
  return placed;
}
