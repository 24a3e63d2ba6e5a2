import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { type MergeClash } from '../domain/merge.js';
import { BothHaveJoined } from '../domain/people.problems.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { JoinPersons } from './join-persons.js';
import { Journal } from './journal.js';
import { memberToChange } from './member-to-change.js';

export interface MergePeopleInput {
  readonly organisationId: string;
  /** The one that goes; must not have signed in. */
  readonly awayPersonId: string;
  readonly awayExpectedVersion: number;
  /** The one that stays, with his words where the two disagree. */
  readonly intoPersonId: string;
  readonly intoExpectedVersion: number;
  /** Only list what would clash. */
  readonly dryRun?: boolean;
}

export interface MergedPeople {
  readonly member: Member;
  readonly clashes: readonly MergeClash[];
  readonly dryRun: boolean;
}

type Refusal = NotAllowed | NotFound | StaleVersion | InvalidInput | BothHaveJoined;

/** Makes one out of two entries of the same human. What happened before keeps the entry that it happened to. */
@Injectable()
export class MergePeople {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly joinPersons: JoinPersons,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: MergePeopleInput): Promise<MergedPeople | Refusal> {
    const { organisationId, awayPersonId, intoPersonId, dryRun = false } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const into = await this.check(tx, input);
      if (isProblem(into)) return into;
      const merge = { organisationId, awayPersonId, intoPersonId };
      const clashes = await this.joinPersons.clashes(tx, merge);
      if (dryRun) return { member: into, clashes, dryRun };
      const member = await this.joinPersons.execute(tx, merge);
      return member ? { member, clashes, dryRun } : new BothHaveJoined();
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: awayPersonId, personId: intoPersonId }, answer);
  }

  private async check(tx: Tx, input: MergePeopleInput): Promise<Member | Refusal> {
    const { organisationId, awayPersonId, intoPersonId } = input;
    if (awayPersonId === intoPersonId) return InvalidInput.at('intoPersonId', 'merge.same');
    const away = await memberToChange(tx, this.people, { organisationId, personId: awayPersonId, expectedVersion: input.awayExpectedVersion }, 'person.merge');
    if (isProblem(away)) return away;
    const into = await memberToChange(tx, this.people, { organisationId, personId: intoPersonId, expectedVersion: input.intoExpectedVersion }, 'person.merge');
    if (isProblem(into)) return into;
    if (!away.joinedAt) return into;
    return into.joinedAt ? new BothHaveJoined() : InvalidInput.at('awayPersonId', 'merge.joined-stays');
  }
}
