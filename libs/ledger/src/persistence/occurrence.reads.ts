import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

@Injectable()
export class OccurrenceReads {
  /** The database's clock, by which holds are measured wherever they were made. */
  async now(tx: Tx): Promise<Date> {
    const [row] = await tx.query<{ now: Date }>('select app.now() as now');
    if (!row) throw new Error('The database has no clock.');
    return row.now;
  }

  /** In which zone the times of each occurrence are read; unknown ones are left out. */
  async zones(tx: Tx, organisationId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; zone: string }>('select id, zone from occurrence where organisation_id = $1 and id = any ($2)', [organisationId, ids]);
    return new Map(rows.map(({ id, zone }) => [id, zone]));
  }
}
