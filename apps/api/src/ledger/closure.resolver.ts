import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Actor, isProblem } from '@app/platform';
import { AddClosure, ArchiveClosureCalendar, type CalendarYear, CreateClosureCalendar, ImportClosures, ListClosureCalendars, RemoveClosure, type SkippedEntry, UpdateClosureCalendar } from '@app/ledger';
import { Allow, type Call, CurrentActor, CurrentCall } from '../graphql/index.js';
import {
  AddClosureInput,
  ArchiveClosureCalendarResult,
  CalendarRefInput,
  ClosureCalendarResult,
  ClosureCalendarType,
  CreateClosureCalendarInput,
  ImportClosuresInput,
  ImportClosuresResult,
  RemoveClosureInput,
  SkippedEntryType,
  UpdateClosureCalendarInput,
} from './closure.types.js';
import { wordSkipped } from './skipped-words.js';

@Resolver(() => SkippedEntryType)
export class SkippedEntryResolver {
  @ResolveField(() => String, { description: 'What is wrong with it and how to mend it.' })
  message(@Parent() entry: SkippedEntry, @CurrentCall() call: Call): string {
    return wordSkipped(entry, call.language);
  }
}

@Resolver(() => ClosureCalendarType)
export class ClosureCalendarResolver {
  constructor(
    private readonly list: ListClosureCalendars,
    private readonly create: CreateClosureCalendar,
    private readonly update: UpdateClosureCalendar,
    private readonly archive: ArchiveClosureCalendar,
  ) {}

  @Query(() => [ClosureCalendarType], { description: 'The closure calendars of an organisation with the days of one year.' })
  @Allow('signed-in', 'scope:places.read')
  async closureCalendars(
    @CurrentActor() actor: Actor,
    @Args('organisationId', { type: () => ID, description: 'Whose.' }) organisationId: string,
    @Args('year', { type: () => Int, description: 'Which year, 2000 to 2099.' }) year: number,
  ): Promise<readonly CalendarYear[]> {
    const calendars = await this.list.execute(actor, { organisationId, year: Math.min(2099, Math.max(2000, year)) });
    return isProblem(calendars) ? [] : calendars;
  }

  @ResolveField(() => Boolean, { description: 'Closed on the public holidays of Belgium, computed for every year.' })
  publicHolidays(@Parent() calendar: CalendarYear): boolean {
    return calendar.publicHolidays !== null;
  }

  @Mutation(() => ClosureCalendarResult, { description: 'Adds a calendar of closed days that sites can follow.' })
  @Allow('coordinator', 'manager')
  createClosureCalendar(@CurrentActor() actor: Actor, @Args('input') input: CreateClosureCalendarInput) {
    return this.create.execute(actor, input);
  }

  @Mutation(() => ClosureCalendarResult, { description: 'Changes the name, the computed days or the sites of a closure calendar.' })
  @Allow('coordinator', 'manager')
  updateClosureCalendar(@CurrentActor() actor: Actor, @Args('input') input: UpdateClosureCalendarInput) {
    return this.update.execute(actor, input);
  }

  @Mutation(() => ArchiveClosureCalendarResult, { description: 'Takes a closure calendar out of use: its days are open again.' })
  @Allow('coordinator', 'manager')
  archiveClosureCalendar(@CurrentActor() actor: Actor, @Args('input') input: CalendarRefInput) {
    return this.archive.execute(actor, input);
  }
}

@Resolver()
export class ClosureResolver {
  constructor(
    private readonly add: AddClosure,
    private readonly remove: RemoveClosure,
    private readonly load: ImportClosures,
  ) {}

  @Mutation(() => ClosureCalendarResult, { description: 'Closes some days, or opens them by exception.' })
  @Allow('coordinator', 'manager')
  addClosure(@CurrentActor() actor: Actor, @Args('input') input: AddClosureInput) {
    return this.add.execute(actor, input);
  }

  @Mutation(() => ClosureCalendarResult, { description: 'Takes a closure out of a calendar.' })
  @Allow('coordinator', 'manager')
  removeClosure(@CurrentActor() actor: Actor, @Args('input') input: RemoveClosureInput) {
    return this.remove.execute(actor, input);
  }

  @Mutation(() => ImportClosuresResult, { description: 'Loads closed days from a file; the same file twice adds nothing.' })
  @Allow('coordinator', 'manager')
  importClosures(@CurrentActor() actor: Actor, @Args('input') input: ImportClosuresInput) {
    return this.load.execute(actor, input);
  }
}
