import { Injectable } from '@nestjs/common';
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

/** What the change log still knows of a batch: where it began, and who did it. */
export interface BatchStart {
  readonly startedAt?: Date;
  readonly actors: readonly string[];
}

export interface OccurrenceCard {
  readonly state: string;
  readonly startsAt: Date;
  readonly zone: string;
  readonly title: string | null;
  readonly place: string | null;
  /** Why it is as it is now, where somebody said it. */
  readonly why: string | null;
}

const NOW = `
  select o.state, o.starts_at as "startsAt", o.held_until as "heldUntil", o.timing_version as "timingVersion", o.version, app.now() as now,
    coalesce((select json_agg(distinct a.person_id) from attendee a where a.occurrence_id = o.id and a.state <> 'declined'), '[]') as people
  from occurrence o where o.id = $1`;
const BATCH = `
  select (array_agg(data ->> 'startedAt' order by at, id) filter (where data ? 'startedAt'))[1] as "startedAt", coalesce(json_agg(distinct actor_id) filter (where actor_id is not null), '[]') as actors
  from change where subject_kind = 'occurrence' and subject_id = $1 and id = any ($2) and at >= $3`;
const CARD = `
  select o.state, o.starts_at as "startsAt", o.zone, card.title, card.place,
    (select c.data ->> 'why' from change c where c.subject_kind = 'occurrence' and c.subject_id = o.id and c.kind = 'explained' and c.version = o.version order by c.at desc limit 1) as why
  from occurrence o
  left join lateral (select c.title, c.place from occurrence_card c where c.occurrence_id = o.id order by c.language = $2 desc, c.language limit 1) card on true
  where o.id = $1`;
// Rooms as they were before the first change of them from that version on, beside those of now.
const RELOCATED = `
  select coalesce((select c.data -> 'rooms' from change c where c.subject_kind = 'occurrence' and c.subject_id = $1 and c.version >= $2 and c.data ? 'rooms' order by c.version limit 1)
    <> (select coalesce(jsonb_agg(r.resource_id order by r.resource_id::text), '[]') from reservation r where r.occurrence_id = $1 and r.part = 'room'), false) as "isElsewhere"`;

// What is on its way counts as told: it may arrive. A message about the return is not held against itself.
const TOLD = `(m.state in ('sending', 'sent') or m.times_ambiguous > 0)`;
const BELIEVE_IT_CANCELLED = `
  select m.person_id as "personId", bool_or(m.type = $3 and m.state in ('due', 'held')) as "isBeingTold" from message m
  where m.subject_kind = 'occurrence' and m.subject_id = $1 and m.type in ($2, $3) group by m.person_id
  having max(m.timing_version) filter (where m.type = $2 and ${TOLD}) > coalesce(max(m.timing_version) filter (where m.type = $3 and ${TOLD} and m.timing_version is distinct from $4), 0)`;
const WITHDRAW = `
  update message set state = 'withdrawn', lease = null, leased_until = null
  where subject_kind = 'occurrence' and subject_id = $1 and type = $2 and state in ('due', 'held', 'ambiguous')`;

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
    const [row] = await tx.query<{ startedAt: string | null; actors: string[] }>(BATCH, [occurrenceId, changes.map((change) => change.id), first]);
    return { startedAt: row?.startedAt ? new Date(row.startedAt) : undefined, actors: row?.actors ?? [] };
  }

  /** Who was told that it is cancelled and of nothing since; each with whether the return is on its way already. `but` is a version whose message does not count. */
  async believersOfCancellation(tx: Tx, occurrenceId: string, types: CancellationTypes, but: number | null = null): Promise<ReadonlyMap<string, boolean>> {
    const rows = await tx.query<{ personId: string; isBeingTold: boolean }>(BELIEVE_IT_CANCELLED, [occurrenceId, types.cancelled, types.reinstated, but]);
    return new Map(rows.map(({ personId, isBeingTold }) => [personId, isBeingTold]));
  }

  /** Takes back what has not left yet. */
  async withdraw(tx: Tx, occurrenceId: string, type: string): Promise<void> {
    await tx.query(WITHDRAW, [occurrenceId, type]);
  }

  /** Whether it takes place elsewhere than before the change that brought this version. */
  async isElsewhere(tx: Tx, occurrenceId: string, sinceVersion: number): Promise<boolean> {
    const [row] = await tx.query<{ isElsewhere: boolean }>(RELOCATED, [occurrenceId, sinceVersion]);
    return row?.isElsewhere ?? false;
  }

  /** The card in the language, or in another one where that is missing. */
  async card(tx: Tx, occurrenceId: string, language: string): Promise<OccurrenceCard | undefined> {
    const [row] = await tx.query<OccurrenceCard>(CARD, [occurrenceId, language]);
    return row;
  }
}
