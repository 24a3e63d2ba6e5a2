import { Injectable } from '@nestjs/common';
import { type MessageToLoad } from '@app/messages';
import { type Language, type Tx } from '@app/platform';
import { type FeedRow } from '../domain/feed-events.js';

export interface Invitee {
  readonly personId: string;
  readonly since: string;
  /** A mail invited the person before; of a return the notice of change tells. */
  readonly wasInvited: boolean;
}

export interface InvitationPlan {
  readonly startsAt: Date;
  readonly now: Date;
  readonly version: number;
  /** Expected, without a calendar that reads by itself, and not invited yet. */
  readonly toInvite: readonly Invitee[];
  /** Invited and not expected any more. */
  readonly toWithdraw: readonly string[];
}

export interface InvitationRow extends FeedRow {
  readonly organisation: string;
  readonly personName: string;
  readonly isExpected: boolean;
  readonly isInvited: boolean;
  /** Is, or was until it was withdrawn. */
  readonly wasInvited: boolean;
  /** The message that told the calendar last. */
  readonly toldBy: string | null;
  /** Where it stands in a recurring event. */
  readonly part: { readonly seriesId: string; readonly strand: string; readonly slot: string } | null;
  readonly hasLiveFeed: boolean;
  readonly now: Date;
}

/** Series come by subscription and the week ahead, or as one recurring event (InviteToSeries): here is only what stands alone. */
const PLAN = `
  select o.starts_at as "startsAt", app.now() as now, o.version,
    case when o.state = 'planned' and o.series_id is null and o.starts_at > app.now() then coalesce((
      select json_agg(json_build_object('personId', a.person_id, 'since', a.since, 'wasInvited', exists (select from calendar_invitation i where i.occurrence_id = o.id and i.person_id = a.person_id))) from (select a.person_id, min(a.since) as since from attendee a where a.occurrence_id = o.id and a.state = 'expected' group by a.person_id) a
      where not app.has_live_feed(a.person_id) and not exists (select from calendar_invitation i where i.occurrence_id = o.id and i.person_id = a.person_id and i.state = 'invited')), '[]') else '[]' end as "toInvite",
    case when o.state = 'planned' then coalesce((select json_agg(i.person_id) from calendar_invitation i where i.occurrence_id = o.id and i.state = 'invited' and i.slot is null
      and not exists (select from attendee a where a.occurrence_id = o.id and a.person_id = i.person_id and a.state <> 'declined')), '[]') else '[]' end as "toWithdraw"
  from occurrence o where o.id = $1`;

const ROW = `
  select o.uid, o.sequence, o.state, extract(epoch from o.starts_at)::float8 as "from", extract(epoch from o.ends_at)::float8 as "to", o.zone, extract(epoch from app.now())::float8 as stamp, app.now() as now,
    coalesce(card.title, '') as title, o.kind, card.place, card.link, card.bring, s.name as site,
    case when s.id is not null then concat_ws(', ', s.street, nullif(concat_ws(' ', s.postal_code, s.city), '')) end as address,
    (select string_agg(r.name, ', ' order by r.name) from reservation v join resource r on r.id = v.resource_id where v.occurrence_id = o.id and v.part = 'room') as rooms,
    g.name as organisation, coalesce((select trim(p.given_name || ' ' || p.family_name) from profile p where p.organisation_id = o.organisation_id and p.person_id = $2), '') as "personName",
    exists (select from attendee a where a.occurrence_id = o.id and a.person_id = $2 and a.state = 'expected')
      and exists (select from membership m where m.organisation_id = o.organisation_id and m.person_id = $2 and m.state = 'active') as "isExpected",
    exists (select from calendar_invitation i where i.occurrence_id = o.id and i.person_id = $2 and i.state = 'invited') as "isInvited",
    exists (select from calendar_invitation i where i.occurrence_id = o.id and i.person_id = $2) as "wasInvited",
    (select json_build_object('seriesId', o.series_id, 'strand', i.strand, 'slot', i.slot) from calendar_invitation i where i.occurrence_id = o.id and i.person_id = $2 and i.slot is not null) as part,
    (select i.told_by from calendar_invitation i where i.occurrence_id = o.id and i.person_id = $2) as "toldBy",
    app.has_live_feed($2) as "hasLiveFeed"
  from occurrence o join organisation g on g.id = o.organisation_id left join site s on s.id = o.site_id
    left join lateral (select c.title, c.place, c.link, c.bring from occurrence_card c where c.occurrence_id = o.id order by c.language = $3 desc, c.language limit 1) card on true
  where o.id = $1`;

const NOTE = `
  insert into calendar_invitation (organisation_id, occurrence_id, person_id, state, told_by) select o.organisation_id, o.id, $2, $3, $4 from occurrence o where o.id = $1
  on conflict on constraint calendar_invitation_pk do update set state = excluded.state, told_at = app.now(), told_by = excluded.told_by`;

const AMONG = `
  select m.id from jsonb_to_recordset($1::jsonb) as m(id uuid, occurrence_id uuid, person_id uuid)
  where exists (select from calendar_invitation i where i.occurrence_id = m.occurrence_id and i.person_id = m.person_id)`;

@Injectable()
export class InvitationStore {
  async plan(tx: Tx, occurrenceId: string): Promise<InvitationPlan | undefined> {
    const [row] = await tx.query<InvitationPlan>(PLAN, [occurrenceId]);
    return row;
  }

  async row(tx: Tx, occurrenceId: string, personId: string, language: Language): Promise<InvitationRow | undefined> {
    const [row] = await tx.query<InvitationRow>(ROW, [occurrenceId, personId, language]);
    return row;
  }

  /** What the person's calendar holds from now on. */
  async note(tx: Tx, { subject, personId, messageId }: MessageToLoad, state: 'invited' | 'withdrawn'): Promise<void> {
    await tx.query(NOTE, [subject.id, personId, state, messageId]);
  }

  /** The ids of those messages whose reader was invited by mail to what they are about. */
  async among(tx: Tx, messages: readonly MessageToLoad[]): Promise<ReadonlySet<string>> {
    const asked = messages.map(({ messageId, subject, personId }) => ({ id: messageId, occurrence_id: subject.id, person_id: personId }));
    const rows = await tx.query<{ id: string }>(AMONG, [JSON.stringify(asked)]);
    return new Set(rows.map((row) => row.id));
  }
}
