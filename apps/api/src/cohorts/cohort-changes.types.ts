import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInputType, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { HoldExpiredType, OccurrenceOverType, ScheduleClashType } from '../ledger/clash.types.js';
import { BelowMinimumType, CohortStateRefusedType, GroupInUseType, NotPublishedType } from './cohort.problems.types.js';

@ObjectType('CohortSaved', { description: 'A cohort that was made or changed.' })
export class CohortSavedType {
  @Field(() => ID, { description: 'Its id.' })
  cohortId: string;

  @Field(() => Int, { description: 'Give it back as expectedVersion.' })
  version: number;
}

@ObjectType('GroupName', { description: 'A group of a cohort.' })
export class GroupNameType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => String, { description: 'Its name.' })
  name: string;
}

@ObjectType('CohortGroups', { description: 'The groups of a cohort as they are now.' })
export class CohortGroupsType {
  @Field(() => [GroupNameType], { description: 'By name.' })
  groups: GroupNameType[];
}

@ObjectType('CohortInvitations', { description: 'How the sessions of a cohort reach calendars.' })
export class CohortInvitationsType {
  @Field(() => ID, { description: 'Of which cohort.' })
  cohortId: string;

  @Field(() => Boolean, { description: 'Whether they are sent as invitations by mail.' })
  byMail: boolean;
}

export const CreateCohortResult = resultUnion('CreateCohortResult', 'The new cohort, or why not.', CohortSavedType, NotAllowedType, NotFoundType, InvalidInputType, NotPublishedType);
export const UpdateCohortResult = resultUnion('UpdateCohortResult', 'What became of it.', CohortSavedType, NotAllowedType, NotFoundType, InvalidInputType, StaleVersionType, CohortStateRefusedType);
export const ChangeCohortStateResult = resultUnion(
  'ChangeCohortStateResult',
  'What became of it.',
  ...[CohortSavedType, NotAllowedType, NotFoundType, InvalidInputType, StaleVersionType, CohortStateRefusedType, BelowMinimumType],
  ...[ScheduleClashType, HoldExpiredType, OccurrenceOverType],
);
export const ChangeGroupResult = resultUnion('ChangeGroupResult', 'The groups, or why not.', CohortGroupsType, NotAllowedType, NotFoundType, InvalidInputType, StaleVersionType, CohortStateRefusedType, GroupInUseType);
export const ChooseInvitationsResult = resultUnion('ChooseInvitationsResult', 'What holds now, or why not.', CohortInvitationsType, NotAllowedType, NotFoundType, StaleVersionType, CohortStateRefusedType);
