import { Injectable } from '@nestjs/common';
import { type Language, type Tx } from '@app/platform';
import { type OrganisationFacts } from '../domain/organisation.js';

export interface Organisation extends OrganisationFacts {
  readonly id: string;
  readonly words: Readonly<Record<string, Partial<Record<Language, string>>>>;
  readonly isDemo: boolean;
  /** Whether managers and coordinators count as such only with a second factor. */
  readonly secondFactorDemanded: boolean;
  readonly version: number;
  readonly archivedAt: Date | null;
}

const COLUMNS = `id, name, zone, languages, default_language as "defaultLanguage", words, is_demo as "isDemo", second_factor_demanded as "secondFactorDemanded", version, archived_at as "archivedAt"`;

@Injectable()
export class OrganisationStore {
  async insert(tx: Tx, id: string, facts: OrganisationFacts & { readonly isDemo?: boolean }): Promise<Organisation> {
    const rows = await tx.query<Organisation>(
      `insert into organisation (id, name, zone, languages, default_language, is_demo) values ($1, $2, $3, $4, $5, $6) returning ${COLUMNS}`,
      [id, facts.name, facts.zone, facts.languages, facts.defaultLanguage, facts.isDemo ?? false],
    );
    return only(rows);
  }

  async lock(tx: Tx, id: string): Promise<Organisation | undefined> {
    const [row] = await tx.query<Organisation>(`select ${COLUMNS} from organisation where id = $1 and archived_at is null for no key update`, [id]);
    return row;
  }

  async save(tx: Tx, { id, name, zone, languages, defaultLanguage, words, secondFactorDemanded }: Organisation): Promise<Organisation> {
    const rows = await tx.query<Organisation>(
      `update organisation set name = $2, zone = $3, languages = $4, default_language = $5, words = $6, second_factor_demanded = $7, version = version + 1 where id = $1 returning ${COLUMNS}`,
      [id, name, zone, languages, defaultLanguage, JSON.stringify(words), secondFactorDemanded],
    );
    return only(rows);
  }
}

function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('The database answered no row for one that was written.');
  return row;
}
