import { type Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';
import { isProblem } from '@app/platform';

/**
 * The answer of a mutation: one thing that worked, or one of the refusals.
 *
 *     export const BlockRoomResult = resultUnion('BlockRoomResult', 'What became of the hold.', RoomHold, RoomTakenType, NotAllowedType);
 *
 * The success needs no class instance and no __typename: whatever is not a Problem is the success.
 */
export function resultUnion(name: string, description: string, success: Type, ...problems: readonly Type[]): object {
  const union: unknown = createUnionType({
    name,
    description,
    types: (): readonly Type[] => [success, ...problems],
    resolveType: (value: object) => (isProblem(value) ? value.constructor.name : success),
  });
  return union as object;
}
