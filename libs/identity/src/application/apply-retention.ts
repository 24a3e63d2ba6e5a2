import { Injectable } from '@nestjs/common';
import { Actor, Database } from '@app/platform';
import { PrivacyStore } from '../persistence/privacy.store.js';
import { EraseKnownPerson } from './erase-known-person.js';

const PORTION = 1_000;
const PEOPLE = 100;

/** Deletes what is past its rule and erases people from organisations that they left long ago. Run by a daily tick; twice does no harm. */
@Injectable()
export class ApplyRetention {
  constructor(
    private readonly database: Database,
    private readonly store: PrivacyStore,
    private readonly eraseKnown: EraseKnownPerson,
  ) {}

  async execute(): Promise<{ readonly rows: number; readonly people: number }> {
    return { rows: await this.expireRows(), people: await this.erasePeople() };
  }

  /** In portions, so that no transaction is long. */
  private async expireRows(): Promise<number> {
    for (let total = 0; ; ) {
      const gone = await this.database.as(Actor.system(), (tx) => this.store.expire(tx, PORTION), { statementTimeout: 60_000 });
      total += gone;
      if (gone === 0) return total;
    }
  }

  private async erasePeople(): Promise<number> {
    for (let total = 0; ; ) {
      const due = await this.database.as(Actor.system(), (tx) => this.store.pastRule(tx, PEOPLE));
      let erased = 0;
      for (const person of due) {
        if (await this.database.as(Actor.system(person.organisationId), (tx) => this.eraseKnown.execute(tx, person, 'rule'))) erased++;
      }
      total += erased;
      if (erased === 0) return total;
    }
  }
}
