import { Args, ArgsType, Field, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Actor } from '@app/platform';
import { ReadBoard } from '@app/ledger';
import { IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { Allow, CurrentActor, LocalDate } from '../graphql/index.js';
import { BoardResult, BoardType } from './board.types.js';

@ArgsType()
class BoardArgs {
  @Field(() => ID, { description: 'Whose board.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'Only what stands at this site, and all staff.' })
  @IsOptional()
  @IsUUID()
  siteId?: string;

  @Field(() => LocalDate, { description: 'The first day, such as the Monday of a week.' })
  @IsString()
  from: string;

  @Field(() => Int, { defaultValue: 7, description: 'How many days, 1 to 42.' })
  @IsInt()
  days: number;
}

@Resolver(() => BoardType)
export class BoardResolver {
  constructor(private readonly read: ReadBoard) {}

  @Query(() => BoardResult, { description: 'The planning board: rooms, equipment and staff over some days.' })
  @Allow('trainer', 'coordinator', 'manager', 'scope:bookings.read')
  board(@CurrentActor() actor: Actor, @Args() args: BoardArgs) {
    return this.read.execute(actor, args);
  }
}
