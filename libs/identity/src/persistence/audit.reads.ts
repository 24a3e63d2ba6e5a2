import { Injectable } from '@nestjs/common';
import { type ActorKind, type Page, pageOf, type PageRequest, type Tx } from '@app/platform';
import { type MemberKey } from './people.store.js';

/** One line of the trail as people read it. */
export interface TrailRow {
  readonly id: string;
  readonly at: Date;
  readonly action: string;
  readonly refused: boolean;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  /** As the organisation knows the person who acted; null for strangers, jobs and erased people. */
  readonly actorName: string | null;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** The erasable words; null where there were none or they are erased. */
  readonly personal: Readonly<Record<string, unknown>> | null;
}

const TRAIL = `
  select e.id, e.at, e.action, e.refused, e.actor_kind as "actorKind", e.actor_id as "actorId", trim(by.given_name || ' ' || by.family_name) as "actorName",
    e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.person_id as "personId", trim(of.given_name || ' ' || of.family_name) as "personName",
    e.facts, words.payload as personal
  from audit_entry e
  left join profile by on by.organisation_id = e.organisation_id and by.person_id = e.actor_id
  left join profile of on of.organisation_id = e.organisation_id and of.person_id = e.person_id
  left join audit_personal words on words.entry_id = e.id
  where e.organisation_id = $1 and ($2::uuid is null or e.id < $2)`;

@Injectable()
export class AuditReads {
  /** The newest first; the cursor's key is the entry's id. */
  async trail(tx: Tx, organisationId: string, page: PageRequest): Promise<Page<TrailRow>> {
    const rows = await tx.query<TrailRow>(`${TRAIL} order by e.id desc limit $3`, [organisationId, page.after?.[0] ?? null, page.first + 1]);
    return pageOf(rows, page.first);
  }

  /** What concerned a person, also under ids that he had before a merge. */
  async history(tx: Tx, { organisationId, personId }: MemberKey, page: PageRequest): Promise<Page<TrailRow>> {
    const rows = await tx.query<TrailRow>(
      `${TRAIL} and e.person_id = any (array(select app.former_persons($1, $4)) || $4::uuid) order by e.id desc limit $3`,
      [organisationId, page.after?.[0] ?? null, page.first + 1, personId],
    );
    return pageOf(rows, page.first);
  }
}
