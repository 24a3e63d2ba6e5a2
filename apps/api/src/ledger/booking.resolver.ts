import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor, isProblem } from '@app/platform';
import { BookRoom, CancelBooking, type ChangeReason, type Clash, ConfirmHold, type Edited, MoveBooking, PreviewBooking } from '@app/ledger';
import { Allow, type Call, CurrentActor, CurrentCall } from '../graphql/index.js';
import {
  BookingRefInput,
  BookingsChangedResult,
  BookingType,
  BookRoomInput,
  BookRoomResult,
  MoveBookingInput,
  PreviewBookingInput,
  PreviewBookingResult,
} from './booking.types.js';
import { ChangeReasonEnum } from './change-reason.enum.js';
import { wordClash } from './clash-words.js';
import { ClashType } from './clash.types.js';

@Resolver(() => ClashType)
export class ClashResolver {
  @ResolveField(() => String, { description: 'What stands in the way, as a sentence in the language of the person who asks.' })
  message(@Parent() clash: Clash, @CurrentCall() call: Call): string {
    return wordClash(clash, call.language);
  }
}

@Resolver(() => BookingType)
export class BookingResolver {
  constructor(
    private readonly book: BookRoom,
    private readonly move: MoveBooking,
    private readonly cancel: CancelBooking,
    private readonly confirm: ConfirmHold,
  ) {}

  @Mutation(() => BookRoomResult, { description: 'Books rooms, equipment and people for something with a title, or holds them for a while.' })
  @Allow('coordinator', 'manager', 'scope:bookings.write')
  bookRoom(@CurrentActor() actor: Actor, @Args('input') input: BookRoomInput) {
    return this.book.execute(actor, input);
  }

  @Mutation(() => BookingsChangedResult, { description: 'Moves bookings to another time, room or people; several at once swap.' })
  @Allow('coordinator', 'manager', 'scope:bookings.write')
  async moveBooking(@CurrentActor() actor: Actor, @Args('input') input: MoveBookingInput) {
    return told(await this.move.execute(actor, input));
  }

  @Mutation(() => BookingsChangedResult, { description: 'Gives back all that a booking or a hold takes.' })
  @Allow('coordinator', 'manager', 'scope:bookings.write')
  async cancelBooking(@CurrentActor() actor: Actor, @Args('input') input: BookingRefInput, @Args('why', { type: () => ChangeReasonEnum, nullable: true, description: 'Why; told to everybody concerned.' }) why?: ChangeReason | null) {
    return told(await this.cancel.execute(actor, { ...input, why }));
  }

  @Mutation(() => BookingsChangedResult, { description: 'Turns a hold into a booking while it still stands.' })
  @Allow('coordinator', 'manager', 'scope:bookings.write')
  async confirmBooking(@CurrentActor() actor: Actor, @Args('input') input: BookingRefInput) {
    return told(await this.confirm.execute(actor, input));
  }
}

@Resolver()
export class PreviewResolver {
  constructor(private readonly preview: PreviewBooking) {}

  @Query(() => PreviewBookingResult, { description: 'Whether a booking would fit, and why not; nothing is taken.' })
  @Allow('trainer', 'coordinator', 'manager', 'scope:bookings.read')
  previewBooking(@CurrentActor() actor: Actor, @Args('input') input: PreviewBookingInput) {
    return this.preview.execute(actor, input);
  }
}

const told = <Refused>(answer: Edited | Refused): object | Refused =>
  isProblem(answer) ? answer : { bookings: [...(answer as Edited).versions].map(([occurrenceId, version]) => ({ occurrenceId, version })), yielded: (answer as Edited).yielded };
