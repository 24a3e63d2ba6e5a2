import { Injectable } from '@nestjs/common';
import { textFaults, tidyLine } from '@app/identity';
import { type Actor, Changes, Database, type Fault, InvalidInput, isProblem, NotFound, type Tx } from '@app/platform';
import { type CohortStateRefused, GroupInUse } from '../domain/problems.js';
import { type CohortGroup, CohortStore, type LockedCohort } from '../persistence/cohort.store.js';
import { type CohortEditRefused, cohortInUse } from './cohort-to-change.js';

const MOST_GROUPS = 50;

export type GroupRefused = CohortEditRefused | CohortStateRefused | GroupInUse | InvalidInput;

/** Names what one change of the groups of a cohort is: without an id a new one, without a name its end. */
export interface ChangeGroupInput {
  readonly cohortId: string;
  readonly groupId?: string;
  readonly name?: string;
}

/** Adds, renames and removes the groups into which a cohort is divided. One with learners or sessions stays. */
@Injectable()
export class ChangeGroups {
  constructor(
    private readonly database: Database,
    private readonly cohorts: CohortStore,
    private readonly changes: Changes,
  ) {}

  execute(actor: Actor, input: ChangeGroupInput): Promise<readonly CohortGroup[] | GroupRefused> {
    return this.database.as(actor, async (tx) => {
      const cohort = await cohortInUse(tx, this.cohorts, { cohortId: input.cohortId, action: 'cohort.change-groups' });
      if (isProblem(cohort)) return cohort;
      const refused = await this.change(tx, cohort, input);
      if (refused) return refused;
      await this.changes.append(tx, { organisationId: cohort.organisationId, subjectKind: 'cohort', subjectId: cohort.id, version: cohort.version, kind: 'regrouped' });
      return this.cohorts.groups(tx, cohort.id);
    });
  }

  private async change(tx: Tx, cohort: LockedCohort, { groupId, name }: ChangeGroupInput): Promise<GroupRefused | undefined> {
    const standing = await this.cohorts.groups(tx, cohort.id);
    if (groupId && !standing.some(({ id }) => id === groupId)) return new NotFound('group');
    if (groupId && name === undefined) return this.remove(tx, groupId);
    const faults = groupFaults(name ?? '', standing.filter(({ id }) => id !== groupId));
    if (faults.length > 0) return new InvalidInput(faults);
    const tidy = tidyLine(name ?? '');
    if (groupId) await this.cohorts.renameGroup(tx, groupId, tidy);
    else await this.cohorts.insertGroup(tx, cohort, tidy);
    return undefined;
  }

  private async remove(tx: Tx, groupId: string): Promise<GroupInUse | undefined> {
    const { learners, sessions } = await this.cohorts.useOfGroup(tx, groupId);
    if (learners + sessions > 0) return new GroupInUse(learners, sessions);
    await this.cohorts.removeGroup(tx, groupId);
    return undefined;
  }
}

function groupFaults(name: string, others: readonly CohortGroup[]): readonly Fault[] {
  const faults = textFaults(name, { field: 'name', max: 60, required: true });
  if (faults.length > 0) return faults;
  if (others.length >= MOST_GROUPS) return [{ field: 'name', reason: 'groups.too-many', values: { max: MOST_GROUPS } }];
  const isTaken = others.some((other) => other.name.toLowerCase() === tidyLine(name).toLowerCase());
  return isTaken ? [{ field: 'name', reason: 'group.name-taken' }] : [];
}
