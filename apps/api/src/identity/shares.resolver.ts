import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { EndShare, ReadShares, Share, type StandingShare } from '@app/identity';
import { Actor, InvalidInput, isProblem, isUuid, NotFound, type Problem } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { OrganisationArgs } from './organisation.input.js';
import { EndShareInput, EndShareResult, type SharedThingType, SharesResult, ShareThingInput, ShareThingResult } from './shares.types.js';

const shared = <P extends Problem>(answer: StandingShare | P): SharedThingType | P => (isProblem(answer) ? answer : { shareId: answer.id, version: answer.version });

/** The only grant between organisations. */
@Resolver()
export class SharesResolver {
  constructor(
    private readonly read: ReadShares,
    private readonly share: Share,
    private readonly end: EndShare,
  ) {}

  @Query(() => SharesResult, { description: 'What an organisation lends to others, and what others lend to it.' })
  @Allow('coordinator', 'manager')
  async shares(@CurrentActor() actor: Actor, @Args() { organisationId }: OrganisationArgs) {
    const shares = await this.read.execute(actor, organisationId);
    return isProblem(shares) ? shares : { shares };
  }

  @Mutation(() => ShareThingResult, { description: 'Lets another organisation do something with a thing of one’s own.' })
  @Allow('coordinator', 'manager')
  async shareThing(@CurrentActor() actor: Actor, @Args('input') { subjectKind, subjectId, until, ...input }: ShareThingInput) {
    const stranger = InvalidInput.at('toOrganisationId', 'share.unknown-organisation');
    if (!isUuid(input.toOrganisationId)) return stranger;
    const answer = await this.share.execute(actor, { ...input, subject: { kind: subjectKind, id: subjectId }, until: until ?? undefined });
    // Whoever may share and mistypes the other one's number is told so beside the field.
    return answer instanceof NotFound && answer.kind === 'organisation' && actor.organisationIds.includes(input.organisationId) ? stranger : shared(answer);
  }

  @Mutation(() => EndShareResult, { description: 'Takes a share back at once; what was booked under it stays until somebody releases it.' })
  @Allow('coordinator', 'manager')
  async endShare(@CurrentActor() actor: Actor, @Args('input') input: EndShareInput) {
    return shared(await this.end.execute(actor, input));
  }
}
