import { Injectable } from '@nestjs/common';
import { LEAVES_WITH_OTHERS } from '@app/messages';
import { type Tx } from '@app/platform';

export interface OccurrenceNow {
  readonly state: 'tentative' | 'planned' | 'done' | 'cancelled';
  readonly startsAt: Date;
  readonly heldUntil: Date | null;
  readonly timingVersion: number;
  readonly version: number;
  readonly now: Date;
  /** Who is concerned and has not declined. */
  readonly people: readonly string[];
}

/** What the change log still knows of a batch: where and with which version it began, and who did it. */
export interface BatchStart {
  readonly startedAt?: Date;
  readonly version?: number;
  readonly actors: readonly string[];
}

export interface OccurrenceCard {
  readonly state: string;
  readonly startsAt: Date;
  readonly zone: string;
  readonly title: string | null;
  readonly place: string | null;
  /** Where people meet online. */
  readonly link: string | null;
  /** Why it is as it is now, where somebody said it. */
  readonly why: string | null;
}

/** What became of something since people last heard of it, its start aside. */
export interface Differences {
  readonly isElsewhere: boolean;
  readonly hasOtherLink: boolean;
  readonly hasOtherEnd: boolean;
  /** Meanwhile at least, if not in the end. */
  readonly wasDifferent: boolean;
}

const NOW = `
  select o.state, o.starts_at as "startsAt", o.held_until as "heldUntil", o.timing_version as "timingVersion", o.version, app.now() as now,
    coalesce((select json_agg(distinct a.person_id) from attendee a where a.occurrence_id = o.id and a.state <> 'declined'), '[]') as people
  from occurrence o where o.id = $1`;
const BATCH = `
  select min(version) as version, (array_agg(data ->> 'startedAt' order by at, id) filter (where data ? 'startedAt'))[1] as "startedAt", coalesce(json_agg(distinct actor_id) filter (where actor_id is not null), '[]') as actors
  from change where subject_kind = 'occurrence' and subject_id = $1 and id = any ($2) and at >= $3`;
const CARD = `
  select o.state, o.starts_at as "startsAt", o.zone, card.title, card.place, card.link,
    (select c.data ->> 'why' from change c where c.subject_kind = 'occurrence' and c.subject_id = o.id and c.kind = 'explained' and c.version = o.version order by c.at desc limit 1) as why
  from occurrence o
  left join lateral (select c.title, c.place, c.link from occurrence_card c where c.occurrence_id = o.id order by c.language = $2 desc, c.language limit 1) card on true
  where o.id = $1`;
// Changes write down how it was before them; of each thing the first since that version counts, beside how it is now.
const SINCE = `
  with before as (
    select (array_agg(c.data -> 'rooms' order by c.version) filter (where c.data ? 'rooms'))[1] as rooms, (array_agg(c.data -> 'link' order by c.version) filter (where c.data ? 'link'))[1] as link,
      (array_agg((c.data ->> 'endedAt')::timestamptz order by c.version) filter (where c.data ? 'endedAt'))[1] as ended, bool_or((c.data ->> 'endedAt')::timestamptz <> o.ends_at) as "wasOtherEnd"
    from occurrence o join change c on c.subject_kind = 'occurrence' and c.subject_id = o.id and c.version >= $2 where o.id = $1),
  after as (
    select o.ends_at as ended, (select coalesce(jsonb_agg(r.resource_id order by r.resource_id::text), '[]') from reservation r where r.occurrence_id = o.id and r.part = 'room') as rooms,
      coalesce((select to_jsonb(c.link) from occurrence_card c where c.occurrence_id = o.id and c.link is not null order by c.language limit 1), 'null') as link
    from occurrence o where o.id = $1)
  select coalesce(before.rooms <> after.rooms, false) as "isElsewhere", coalesce(before.link <> after.link, false) as "hasOtherLink", coalesce(before.ended <> after.ended, false) as "hasOtherEnd",
    coalesce(before."wasOtherEnd", false) or before.rooms is not null or before.link is not null as "wasDifferent"
  from before, after`;

// What is on its way counts as told: it may arrive. A message about the return is not held against itself.
const TOLD = `(m.state in ('sending', 'sent') or m.times_ambiguous > 0 or ${LEAVES_WITH_OTHERS})`;
const BELIEVE_IT_CANCELLED = `
  select m.person_id as "personId", bool_or(m.type = $3 and m.state in ('due', 'held')) as "isBeingTold" from message m
  where m.subject_kind = 'occurrence' and m.subject_id = $1 and m.type in ($2, $3) group by m.person_id
  having max(m.timing_version) filter (where m.type = $2 and ${TOLD}) > coalesce(max(m.timing_version) filter (where m.type = $3 and ${TOLD} and m.timing_version is distinct from $4), 0)`;
const WITHDRAW = `
  update message m set state = 'withdrawn', lease = null, leased_until = null
  where subject_kind = 'occurrence' and subject_id = $1 and type = $2 and state in ('due', 'held', 'ambiguous') and not ${LEAVES_WITH_OTHERS}`;
const UNTOLD = `
  select person_id as "personId", channel from message m
  where subject_kind = 'occurrence' and subject_id = $1 and type = $2 and state in ('due', 'held') and not ${LEAVES_WITH_OTHERS}`;

/** Types of the messages that say that something does not take place, and that it does after all. */
export interface CancellationTypes {
  readonly cancelled: string;
  readonly reinstated: string;
}

@Injectable()
export class ChangeNoticeReads {
  async now(tx: Tx, occurrenceId: string): Promise<OccurrenceNow | undefined> {
    const [row] = await tx.query<OccurrenceNow>(NOW, [occurrenceId]);
    return row;
  }

  async batch(tx: Tx, occurrenceId: string, changes: readonly { readonly id: string; readonly at: Date }[]): Promise<BatchStart> {
    const first = new Date(Math.min(...changes.map((change) => change.at.getTime())));
    const [row] = await tx.query<{ startedAt: string | null; version: number | null; actors: string[] }>(BATCH, [occurrenceId, changes.map((change) => change.id), first]);
    return { startedAt: row?.startedAt ? new Date(row.startedAt) : undefined, version: row?.version ?? undefined, actors: row?.actors ?? [] };
  }

  /** Who was told that it is cancelled and of nothing since; each with whether the return is on its way already. `but` is a version whose message does not count. */
  async believersOfCancellation(tx: Tx, occurrenceId: string, types: CancellationTypes, but: number | null = null): Promise<ReadonlyMap<string, boolean>> {
    const rows = await tx.query<{ personId: string; isBeingTold: boolean }>(BELIEVE_IT_CANCELLED, [occurrenceId, types.cancelled, types.reinstated, but]);
    return new Map(rows.map(({ personId, isBeingTold }) => [personId, isBeingTold]));
  }

  /** Who has a message of the type on the way that has not left. */
  async untold(tx: Tx, occurrenceId: string, type: string): Promise<readonly { readonly personId: string; readonly channel: string }[]> {
    return tx.query(UNTOLD, [occurrenceId, type]);
  }

  /** Takes back what has not left yet. */
  async withdraw(tx: Tx, occurrenceId: string, type: string): Promise<void> {
    await tx.query(WITHDRAW, [occurrenceId, type]);
  }

  /** What is different from how it was before the change that brought this version. */
  async since(tx: Tx, occurrenceId: string, version: number): Promise<Differences> {
    const [row] = await tx.query<Differences>(SINCE, [occurrenceId, version]);
    return row ?? { isElsewhere: false, hasOtherLink: false, hasOtherEnd: false, wasDifferent: false };
  }

  /** The card in the language, or in another one where that is missing. */
  async card(tx: Tx, occurrenceId: string, language: string): Promise<OccurrenceCard | undefined> {
    const [row] = await tx.query<OccurrenceCard>(CARD, [occurrenceId, language]);
    return row;
  }
}
