import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ShareRight } from '../domain/share.js';

export interface Share {
  readonly id: string;
  readonly organisationId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly toOrganisationId: string;
  readonly right: ShareRight;
  /** Undefined end: until it is ended. */
  readonly until: Date | null;
  readonly endedAt: Date | null;
  readonly version: number;
}

const COLUMNS = `id, organisation_id as "organisationId", subject_kind as "subjectKind", subject_id as "subjectId", to_organisation_id as "toOrganisationId",
  "right", until, ended_at as "endedAt", version`;

@Injectable()
export class ShareStore {
  async organisationExists(tx: Tx, id: string): Promise<boolean> {
    const [row] = await tx.query<{ known: boolean }>('select app.organisation_exists($1) as known', [id]);
    return row?.known ?? false;
  }

  /** A share that stands already gets the new end. */
  async put(tx: Tx, share: Omit<Share, 'id' | 'endedAt' | 'version'>): Promise<Share> {
    const [row] = await tx.query<Share>(
      `insert into share (organisation_id, subject_kind, subject_id, to_organisation_id, "right", until, created_by) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (subject_id, to_organisation_id, "right") where ended_at is null
         do update set until = excluded.until, version = share.version + 1 returning ${COLUMNS}`,
      [share.organisationId, share.subjectKind, share.subjectId, share.toOrganisationId, share.right, share.until, tx.actor.personId ?? null],
    );
    if (!row) throw new Error('The share was not answered.');
    return row;
  }

  async lock(tx: Tx, id: string): Promise<Share | undefined> {
    const [row] = await tx.query<Share>(`select ${COLUMNS} from share where id = $1`, [id]);
    // Only the owner's rows may be locked: locking counts as writing for the policy.
    if (!row || !tx.actor.organisationIds.includes(row.organisationId)) return row;
    const [locked] = await tx.query<Share>(`select ${COLUMNS} from share where id = $1 for no key update`, [id]);
    return locked;
  }

  async end(tx: Tx, id: string): Promise<Share> {
    const [row] = await tx.query<Share>(`update share set ended_at = app.now(), version = version + 1 where id = $1 returning ${COLUMNS}`, [id]);
    if (!row) throw new Error(`Share ${id} vanished under its lock.`);
    return row;
  }

  /** What an organisation grants and receives now, with the names of partner and thing. */
  async standing(tx: Tx, organisationId: string): Promise<readonly (Share & { readonly partnerName: string; readonly subjectName: string | null })[]> {
    return tx.query(
      `select s.*, p.name as "partnerName", t.name as "subjectName"
       from (select ${COLUMNS} from share where $1 in (organisation_id, to_organisation_id) and ended_at is null and (until is null or until > app.now())) s
       join app.partner_names() p on p.id = case when s."organisationId" = $1 then s."toOrganisationId" else s."organisationId" end
       left join app.names_of_shared_things() t on t.share_id = s.id
       order by s.id`,
      [organisationId],
    );
  }
}
