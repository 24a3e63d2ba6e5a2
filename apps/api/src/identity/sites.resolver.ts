import { Args, ArgsType, Field, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ArchiveSite, CreateSite, ReadPlaces, type Site, UpdateSite } from '@app/identity';
import { Actor, isProblem, type Problem } from '@app/platform';
import { IsBoolean } from 'class-validator';
import { Allow, CurrentActor } from '../graphql/index.js';
import { ArchiveSiteInput, CreateSiteInput, OrganisationArgs, UpdateSiteInput } from './organisation.input.js';
import { ChangeSiteResult, CreateSiteResult, SitesResult, SiteType } from './organisation.types.js';

@ArgsType()
class SitesArgs extends OrganisationArgs {
  @Field(() => Boolean, { defaultValue: false, description: 'Also those that were put away.' })
  @IsBoolean()
  withArchived: boolean = false;
}

@Resolver()
export class SitesResolver {
  constructor(
    private readonly places: ReadPlaces,
    private readonly create: CreateSite,
    private readonly update: UpdateSite,
    private readonly archive: ArchiveSite,
  ) {}

  @Query(() => SitesResult, { description: 'The places of an organisation.' })
  @Allow('learner', 'trainer', 'expert', 'coordinator', 'manager', 'scope:places.read')
  async sites(@CurrentActor() actor: Actor, @Args() { organisationId, withArchived }: SitesArgs) {
    const sites = await this.places.sites(actor, organisationId, withArchived);
    return isProblem(sites) ? sites : { sites: sites.map((site) => shown(site)) };
  }

  @Mutation(() => CreateSiteResult, { description: 'Adds a place to an organisation.' })
  @Allow('coordinator', 'manager')
  async createSite(@CurrentActor() actor: Actor, @Args('input') input: CreateSiteInput) {
    return shown(await this.create.execute(actor, input));
  }

  @Mutation(() => ChangeSiteResult, { description: 'Changes a place.' })
  @Allow('coordinator', 'manager')
  async updateSite(@CurrentActor() actor: Actor, @Args('input') input: UpdateSiteInput) {
    return shown(await this.update.execute(actor, input));
  }

  @Mutation(() => ChangeSiteResult, { description: 'Puts a place away, or takes it out again.' })
  @Allow('coordinator', 'manager')
  async archiveSite(@CurrentActor() actor: Actor, @Args('input') input: ArchiveSiteInput) {
    return shown(await this.archive.execute(actor, input));
  }
}

function shown<P extends Problem>(answer: Site | P): SiteType | P {
  return isProblem(answer) ? answer : { ...answer, archived: answer.archivedAt !== null };
}
