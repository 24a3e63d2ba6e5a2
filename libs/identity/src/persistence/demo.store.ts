import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';

@Injectable()
export class DemoStore {
  /** False where there is no such demo centre, or it is removed already. */
  async remove(tx: Tx, organisationId: string): Promise<boolean> {
    return (await tx.query<{ done: boolean }>('select app.remove_demo($1) as done', [organisationId]))[0]?.done ?? false;
  }
}
