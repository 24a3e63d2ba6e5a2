import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, isProblem, type Problem } from '@app/platform';
import { ArchiveResource, CreateResource, ListResources, ListTravelTimes, SetTravelTime, UpdateResource } from '@app/ledger';
import { IsOptional, IsUUID } from 'class-validator';
import { Allow, connection, CurrentActor, PageArgs, pageRequest } from '../graphql/index.js';
import {
  ArchiveResourceInput,
  ArchiveResourceResult,
  CreateResourceInput,
  CreateResourceResult,
  LentThingType,
  ResourceConnection,
  ResourceType,
  SetTravelTimeInput,
  SetTravelTimeResult,
  TravelTimeType,
  UpdateResourceInput,
  UpdateResourceResult,
} from './resource.types.js';

@ArgsType()
class ResourceArgs extends PageArgs {
  @Field(() => ID, { description: 'Whose.' })
  @IsUUID()
  organisationId: string;

  @Field(() => ID, { nullable: true, description: 'Only of this site.' })
  @IsOptional()
  @IsUUID()
  siteId?: string;
}

@Resolver(() => ResourceType)
export class ResourceResolver {
  constructor(
    private readonly create: CreateResource,
    private readonly update: UpdateResource,
    private readonly archive: ArchiveResource,
    private readonly list: ListResources,
  ) {}

  @Query(() => ResourceConnection, { description: 'Rooms of an organisation by site and name.' })
  @Allow('trainer', 'coordinator', 'manager', 'scope:rooms.read')
  rooms(@CurrentActor() actor: Actor, @Args() args: ResourceArgs) {
    return this.page(actor, 'room', args);
  }

  @Query(() => ResourceConnection, { description: 'Equipment of an organisation by site and name.' })
  @Allow('trainer', 'coordinator', 'manager', 'scope:rooms.read')
  equipment(@CurrentActor() actor: Actor, @Args() args: ResourceArgs) {
    return this.page(actor, 'equipment', args);
  }

  @Query(() => [LentThingType], { description: 'What other organisations let this one book, by owner, site and name.' })
  @Allow('trainer', 'coordinator', 'manager')
  async lentThings(@CurrentActor() actor: Actor, @Args('organisationId', { type: () => ID, description: 'To whom it is lent.' }) organisationId: string) {
    const things = await this.list.lent(actor, organisationId);
    return isProblem(things) ? [] : things;
  }

  @Mutation(() => CreateResourceResult, { description: 'Adds a room to a site.' })
  @Allow('coordinator', 'manager')
  createRoom(@CurrentActor() actor: Actor, @Args('input') input: CreateResourceInput) {
    return this.create.execute(actor, { ...input, kind: 'room' });
  }

  @Mutation(() => CreateResourceResult, { description: 'Adds a piece of equipment to a site.' })
  @Allow('coordinator', 'manager')
  createEquipment(@CurrentActor() actor: Actor, @Args('input') input: CreateResourceInput) {
    return this.create.execute(actor, { ...input, kind: 'equipment' });
  }

  @Mutation(() => UpdateResourceResult, { description: 'Changes a room or a piece of equipment; what is booked stays booked.' })
  @Allow('coordinator', 'manager')
  updateResource(@CurrentActor() actor: Actor, @Args('input') input: UpdateResourceInput) {
    return this.update.execute(actor, input);
  }

  @Mutation(() => ArchiveResourceResult, { description: 'Takes a room or a piece of equipment out of every list; refused while bookings rely on it.' })
  @Allow('coordinator', 'manager')
  archiveResource(@CurrentActor() actor: Actor, @Args('input') input: ArchiveResourceInput) {
    return this.archive.execute(actor, input);
  }

  private async page(actor: Actor, kind: 'room' | 'equipment', args: ResourceArgs) {
    const { organisationId, siteId } = args;
    const page = await this.list.execute(actor, { organisationId, siteId, kind }, pageRequest(args));
    // Whoever may not read them sees none, as in an organisation that does not exist.
    return connection(isProblem(page) ? { rows: [], hasNextPage: false } : page, (row) => [row.siteName, row.name, row.id]);
  }
}

@Resolver(() => TravelTimeType)
export class TravelTimeResolver {
  constructor(
    private readonly list: ListTravelTimes,
    private readonly set: SetTravelTime,
  ) {}

  @Query(() => [TravelTimeType], { description: 'How long people need between the sites of an organisation.' })
  @Allow('trainer', 'coordinator', 'manager')
  async travelTimes(@CurrentActor() actor: Actor, @Args('organisationId', { type: () => ID, description: 'Whose sites.' }) organisationId: string) {
    const ways = await this.list.execute(actor, organisationId);
    return isProblem(ways) ? [] : ways;
  }

  @Mutation(() => SetTravelTimeResult, { description: 'Says how long one way takes; claims check it from now on.' })
  @Allow('coordinator', 'manager')
  async setTravelTime(@CurrentActor() actor: Actor, @Args('input') input: SetTravelTimeInput): Promise<object | Problem> {
    const ways = await this.set.execute(actor, input);
    return isProblem(ways) ? ways : { travelTimes: ways };
  }
}
