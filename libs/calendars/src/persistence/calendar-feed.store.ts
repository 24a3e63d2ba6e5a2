import { Injectable } from '@nestjs/common';
import { type Language, type Tx } from '@app/platform';

/** What people see of an address for calendars: never its token. */
export interface CalendarFeed {
  readonly id: string;
  readonly kind: 'person' | 'room';
  readonly organisationId: string | null;
  readonly personId: string;
  readonly resourceId: string | null;
  readonly roomName: string | null;
  readonly language: Language;
  readonly version: number;
  readonly createdAt: Date;
  readonly renewedAt: Date;
  readonly readAt: Date | null;
}

export interface NewFeed {
  readonly kind: 'person' | 'room';
  readonly organisationId: string | null;
  readonly personId: string;
  readonly resourceId: string | null;
  readonly language: Language;
  readonly tokenHash: Buffer;
}

const COLUMNS = `f.id, f.kind, f.organisation_id as "organisationId", f.person_id as "personId", f.resource_id as "resourceId", (select r.name from resource r where r.id = f.resource_id) as "roomName",
  f.language, f.version, f.created_at as "createdAt", f.renewed_at as "renewedAt", f.read_at as "readAt"`;
const LIST = `select ${COLUMNS} from calendar_feed f where f.revoked_at is null and f.person_id = $1 order by f.kind, f.id`;
const INSERT = `
  insert into calendar_feed as f (organisation_id, person_id, kind, resource_id, language, token_hash) values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`;
const LOCK = `select ${COLUMNS} from calendar_feed f where f.id = $1 and f.revoked_at is null for no key update`;
const RENEW = `update calendar_feed f set token_hash = $2, renewed_at = app.now(), read_at = null, version = f.version + 1 where f.id = $1 returning ${COLUMNS}`;
const REVOKE = `update calendar_feed f set revoked_at = app.now(), version = f.version + 1 where f.id = $1`;
const ROOM = `select from resource r where r.id = $1 and r.organisation_id = $2 and r.kind = 'room' and r.archived_at is null`;

@Injectable()
export class CalendarFeedStore {
  /** The living addresses of a person, the own agenda first. */
  list(tx: Tx, personId: string): Promise<readonly CalendarFeed[]> {
    return tx.query<CalendarFeed>(LIST, [personId]);
  }

  async insert(tx: Tx, feed: NewFeed): Promise<CalendarFeed> {
    return this.one(tx, INSERT, [feed.organisationId, feed.personId, feed.kind, feed.resourceId, feed.language, feed.tokenHash]);
  }

  async lock(tx: Tx, id: string): Promise<CalendarFeed | undefined> {
    const [row] = await tx.query<CalendarFeed>(LOCK, [id]);
    return row;
  }

  async renew(tx: Tx, id: string, tokenHash: Buffer): Promise<CalendarFeed> {
    return this.one(tx, RENEW, [id, tokenHash]);
  }

  async revoke(tx: Tx, id: string): Promise<void> {
    await tx.query(REVOKE, [id]);
  }

  async hasRoom(tx: Tx, organisationId: string, resourceId: string): Promise<boolean> {
    return (await tx.query(ROOM, [resourceId, organisationId])).length > 0;
  }

  private async one(tx: Tx, sql: string, parameters: readonly unknown[]): Promise<CalendarFeed> {
    const [row] = await tx.query<CalendarFeed>(sql, parameters);
    if (!row) throw new Error('The address was not written.');
    return row;
  }
}
