import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ErasureLine, type KnownPerson } from '../domain/erasure.js';

export interface DataExport {
  readonly id: string;
  readonly state: 'asked' | 'ready';
  readonly askedAt: Date;
  readonly readyAt: Date | null;
  /** When the file goes. */
  readonly expiresAt: Date;
}

const EXPORT = `id, state, asked_at as "askedAt", ready_at as "readyAt", asked_at + interval '7 days' as "expiresAt"`;

/** Export, erasure and retention: carried out in the database, by the rules of the data catalogue. */
@Injectable()
export class PrivacyStore {
  /** What would become of the rows about a person; without an organisation of all that there is. */
  preview(tx: Tx, personId: string, organisationId?: string): Promise<readonly ErasureLine[]> {
    return tx.query(
      `select topic, fate, sum("rows")::integer as "rows", case when bool_or(days is null) then null else max(days) end as days
       from app.erasure_preview($1, $2) group by topic, fate order by topic, fate`,
      [personId, organisationId ?? null],
    );
  }

  /** Answers the id of what is left to be blotted out; undefined when there was nobody to erase. */
  async erase(tx: Tx, personId: string, organisationId?: string): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string | null }>('select app.erase_person($1, $2) as id', [personId, organisationId ?? null]);
    return row?.id ?? undefined;
  }

  /** Whether this database's own trail has the erasure, done at first or repeated. */
  async knowsErasure(tx: Tx, erasureId: string, organisationId: string): Promise<boolean> {
    const known = `select 1 from audit_entry where organisation_id = $1 and action = 'person.erased' and facts ->> 'erasure' = $2 limit 1`;
    return (await tx.query(known, [organisationId, erasureId])).length > 0;
  }

  /** Whether the organisation knows the person by a name. */
  async knowsPerson(tx: Tx, { organisationId, personId }: KnownPerson): Promise<boolean> {
    return (await tx.query(`select 1 from profile where organisation_id = $1 and person_id = $2 and given_name <> '—'`, [organisationId, personId])).length > 0;
  }

  async tablesWithQuotes(tx: Tx): Promise<readonly string[]> {
    return (await tx.query<{ name: string }>('select app.tables_with_quotes() as name')).map(({ name }) => name);
  }

  async blot(tx: Tx, erasureId: string, table: string): Promise<void> {
    await tx.query('select app.blot_mentions($1, $2)', [erasureId, table]);
  }

  async finish(tx: Tx, erasureId: string): Promise<void> {
    await tx.query('select app.finish_erasure($1)', [erasureId]);
  }

  /** Organisations that know the person who asks. */
  async knownIn(tx: Tx): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>('select app.known_in() as id')).map(({ id }) => id);
  }

  async isLastAdmin(tx: Tx): Promise<boolean> {
    return (await tx.query<{ last: boolean }>('select app.is_last_admin() as last'))[0]?.last ?? false;
  }

  async askExport(tx: Tx, personId: string): Promise<DataExport> {
    const [row] = await tx.query<DataExport>(`insert into data_export (person_id) values ($1) returning ${EXPORT}`, [personId]);
    if (!row) throw new Error('The wish for an export was not stored.');
    return row;
  }

  /** The person's newest one of the last seven days. */
  async latestExport(tx: Tx): Promise<DataExport | undefined> {
    const [row] = await tx.query<DataExport>(`select ${EXPORT} from data_export where person_id = app.person() and asked_at > app.now() - interval '7 days' order by asked_at desc limit 1`);
    return row;
  }

  async exportContent(tx: Tx, id: string): Promise<object | undefined> {
    const [row] = await tx.query<{ content: object }>(
      `select content from data_export where id = $1 and person_id = app.person() and state = 'ready' and asked_at > app.now() - interval '7 days'`,
      [id],
    );
    return row?.content;
  }

  async makeExport(tx: Tx, id: string): Promise<void> {
    await tx.query('select app.make_export($1)', [id]);
  }

  async expire(tx: Tx, most: number): Promise<number> {
    return Number((await tx.query<{ gone: string }>('select app.expire_rows($1) as gone', [most]))[0]?.gone ?? 0);
  }

  pastRule(tx: Tx, most: number): Promise<readonly KnownPerson[]> {
    return tx.query('select organisation_id as "organisationId", person_id as "personId" from app.people_past_rule($1)', [most]);
  }
}
