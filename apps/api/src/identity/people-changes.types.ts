import { Field, ObjectType } from '@nestjs/graphql';
import { InvalidInputType, NotAllowedType, NotFoundType, resultUnion, StaleVersionType } from '../graphql/index.js';
import { AlreadyMemberType, BothHaveJoinedType, HasJoinedType, LastManagerType } from './people.problems.types.js';
import { PersonType } from './person.types.js';

@ObjectType('MergeClash', { description: 'Something that both entries had and only one can keep.' })
export class MergeClashType {
  @Field(() => String, { description: 'Field of the person, or kind of thing.' })
  what: string;

  @Field(() => String, { nullable: true, description: 'What stays.' })
  kept?: string;

  @Field(() => String, { nullable: true, description: 'What goes.' })
  dropped?: string;
}

@ObjectType('MergedPeople', { description: 'Two entries made one.' })
export class MergedPeopleType {
  @Field(() => PersonType, { description: 'The entry that stays.' })
  person: PersonType;

  @Field(() => [MergeClashType], { description: 'Where the two disagreed.' })
  clashes: MergeClashType[];

  @Field(() => Boolean, { description: 'Whether it was only tried.' })
  dryRun: boolean;
}

const refusals = [NotAllowedType, NotFoundType, StaleVersionType] as const;

export const InvitePersonResult = resultUnion('InvitePersonResult', 'What became of the invitation.', PersonType, NotAllowedType, NotFoundType, InvalidInputType, AlreadyMemberType);
export const SendInvitationResult = resultUnion('SendInvitationResult', 'What became of the mail.', PersonType, ...refusals, InvalidInputType, HasJoinedType);
export const WithdrawInvitationResult = resultUnion('WithdrawInvitationResult', 'What became of it.', PersonType, ...refusals);
export const UpdatePersonResult = resultUnion('UpdatePersonResult', 'What became of the change.', PersonType, ...refusals, InvalidInputType);
export const ChangeRolesResult = resultUnion('ChangeRolesResult', 'What became of the roles.', PersonType, ...refusals, InvalidInputType, LastManagerType);
export const SuspendPersonResult = resultUnion('SuspendPersonResult', 'What became of it.', PersonType, ...refusals, InvalidInputType, LastManagerType);
export const ReinstatePersonResult = resultUnion('ReinstatePersonResult', 'What became of it.', PersonType, ...refusals);
export const EndMembershipResult = resultUnion('EndMembershipResult', 'What became of it.', PersonType, ...refusals, LastManagerType);
export const MergePeopleResult = resultUnion('MergePeopleResult', 'What became of the two entries.', MergedPeopleType, ...refusals, InvalidInputType, BothHaveJoinedType);
