import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Changes, type Tx } from '@app/platform';
import { type ErasureFollower, ErasureFollowers, type KnownPerson } from '@app/identity';
import { PersonRowsStore } from '../persistence/person-rows.store.js';

/** Before a person is erased, all that he holds of the future is given back; what took place keeps counting him. */
@Injectable()
export class FollowErasure implements ErasureFollower, OnModuleInit {
  readonly context = 'ledger';

  constructor(
    private readonly followers: ErasureFollowers,
    private readonly rows: PersonRowsStore,
    private readonly changes: Changes,
  ) {}

  onModuleInit(): void {
    this.followers.register(this);
  }

  async forget(tx: Tx, person: KnownPerson): Promise<void> {
    const left = await this.rows.takeBack(tx, person);
    await this.changes.append(tx, ...left.map(({ id, version }) => ({ organisationId: person.organisationId, subjectKind: 'occurrence', subjectId: id, version, kind: 'changed' })));
  }
}
