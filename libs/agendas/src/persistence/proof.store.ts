import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type Absence } from './absence.store.js';

/** A photo of a proof, without what its camera knew. */
export interface ProofImage {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

export interface StoredProof {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly absenceId: string;
  readonly state: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const FIND = `
  select f.id, f.organisation_id as "organisationId", f.person_id as "personId", f.absence_id as "absenceId", b.state, f.media_type as "mediaType", f.bytes
  from absence_proof f join absence_notice b on b.id = f.absence_id where f.id = $1`;

@Injectable()
export class ProofStore {
  async count(tx: Tx, absenceId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>('select count(*)::int as count from absence_proof where absence_id = $1', [absenceId]);
    return row?.count ?? 0;
  }

  async add(tx: Tx, { organisationId, id, personId }: Absence, image: ProofImage): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      'insert into absence_proof (id, organisation_id, absence_id, person_id, media_type, width, height, bytes, added_by) values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7, $8) returning id',
      [organisationId, id, personId, image.type, image.width, image.height, image.bytes, tx.actor.personId ?? null],
    );
    if (!row) throw new Error('The proof was not written.');
    return row.id;
  }

  async find(tx: Tx, id: string): Promise<StoredProof | undefined> {
    const [row] = await tx.query<StoredProof>(FIND, [id]);
    return row;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from absence_proof where id = $1', [id]);
  }
}
