/** Another room or another meeting online at the same time moves nobody's day. */
export const shownKind = <Kind extends string>({ kind, before, startsAt }: { readonly kind: Kind; readonly before: string | null; readonly startsAt: string }): Kind | 'ELSEWHERE' =>
  kind === 'MOVED' && before !== null && Date.parse(before) === Date.parse(startsAt) ? 'ELSEWHERE' : kind;
