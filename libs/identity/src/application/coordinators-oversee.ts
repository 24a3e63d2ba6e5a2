import { Injectable } from '@nestjs/common';
import { MessageOverseers } from '@app/messages';
import { type Tx } from '@app/platform';

const COORDINATORS = `
  select distinct person_id as id from membership
  where organisation_id = $1 and state = 'active' and role in ('coordinator', 'manager') order by 1`;

/** An organisation's coordinators and managers are told when its messages cannot be delivered. */
@Injectable()
export class CoordinatorsOversee extends MessageOverseers {
  async of(tx: Tx, organisationId: string): Promise<readonly string[]> {
    const people = await tx.query<{ id: string }>(COORDINATORS, [organisationId]);
    return people.map((person) => person.id);
  }
}
