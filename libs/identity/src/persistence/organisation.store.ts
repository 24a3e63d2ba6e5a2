import { Injectable } from '@nestjs/common';
import { type Language, type Tx } from '@app/platform';
import { type MessageHours, type Retention } from '../domain/centre-rules.js';
import { type OrganisationFacts } from '../domain/organisation.js';

export interface Organisation extends OrganisationFacts, MessageHours {
  readonly id: string;
  readonly words: Readonly<Record<string, Partial<Record<Language, string>>>>;
  readonly isDemo: boolean;
  /** Whether managers and coordinators count as such only with a second factor. */
  readonly secondFactorDemanded: boolean;
  /** Days where the organisation chose others than the usual. */
  readonly retention: Retention;
  readonly version: number;
  readonly archivedAt: Date | null;
}

export const ORGANISATION_COLUMNS = `id, name, zone, languages, default_language as "defaultLanguage", words, is_demo as "isDemo", second_factor_demanded as "secondFactorDemanded", retention,
  to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_until, 'HH24:MI') as "quietUntil", digest, to_char(digest_daily_at, 'HH24:MI') as "digestDailyAt",
  digest_weekly_day as "digestWeeklyDay", to_char(digest_weekly_at, 'HH24:MI') as "digestWeeklyAt", version, archived_at as "archivedAt"`;

@Injectable()
export class OrganisationStore {
  async insert(tx: Tx, id: string, facts: OrganisationFacts & { readonly isDemo?: boolean }): Promise<Organisation> {
    const rows = await tx.query<Organisation>(
      `insert into organisation (id, name, zone, languages, default_language, is_demo) values ($1, $2, $3, $4, $5, $6) returning ${ORGANISATION_COLUMNS}`,
      [id, facts.name, facts.zone, facts.languages, facts.defaultLanguage, facts.isDemo ?? false],
    );
    return only(rows);
  }

  async lock(tx: Tx, id: string): Promise<Organisation | undefined> {
    const [row] = await tx.query<Organisation>(`select ${ORGANISATION_COLUMNS} from organisation where id = $1 and archived_at is null for no key update`, [id]);
    return row;
  }

  async save(tx: Tx, organisation: Organisation): Promise<Organisation> {
    const { id, name, zone, languages, defaultLanguage, words, secondFactorDemanded, retention } = organisation;
    const { quietFrom, quietUntil, digest, digestDailyAt, digestWeeklyDay, digestWeeklyAt } = organisation;
    const rows = await tx.query<Organisation>(
      `update organisation set name = $2, zone = $3, languages = $4, default_language = $5, words = $6, second_factor_demanded = $7, retention = $8,
         quiet_from = $9, quiet_until = $10, digest = $11, digest_daily_at = $12, digest_weekly_day = $13, digest_weekly_at = $14, version = version + 1
       where id = $1 returning ${ORGANISATION_COLUMNS}`,
      [id, name, zone, languages, defaultLanguage, JSON.stringify(words), secondFactorDemanded, JSON.stringify(retention), quietFrom, quietUntil, digest, digestDailyAt, digestWeeklyDay, digestWeeklyAt],
    );
    return only(rows);
  }
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('The database answered no row for one that was written.');
  return row;
}
