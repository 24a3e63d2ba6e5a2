import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AbsenceProofs, AnnounceAbsence, ReadAgenda, ReadMyDay, SeeChanges, SettleAbsence } from '@app/agendas';
import { Actor } from '@app/platform';
import { Allow, connection, CurrentActor, pageRequest } from '../graphql/index.js';
import { AgendaArgs, AgendaConnection, AgendaItemType, MyDayType } from './agenda.types.js';
import { AnnounceAbsenceInput, AnnounceAbsenceResult, DecideAbsenceInput, RemoveProofResult, SeeChangesResult, SettleAbsenceResult, WithdrawAbsenceInput } from './absence.types.js';

@Resolver(() => AgendaItemType)
export class AgendaResolver {
  constructor(
    private readonly read: ReadAgenda,
    private readonly day: ReadMyDay,
    private readonly see: SeeChanges,
  ) {}

  @Query(() => AgendaConnection, { description: 'What the person who asks has on, in the order of time, across all centres.' })
  @Allow('signed-in')
  async agenda(@CurrentActor() actor: Actor, @Args() args: AgendaArgs) {
    const { from, until } = args;
    const agenda = await this.read.execute(actor, { from, until, ...pageRequest(args) });
    return { ...connection(agenda, (item) => [item.startsAt, item.id]), now: agenda.now };
  }

  @Query(() => MyDayType, { description: 'The first screen of a learner: what comes next, what changed, which absences are open.' })
  @Allow('signed-in')
  myDay(@CurrentActor() actor: Actor) {
    return this.day.execute(actor);
  }

  @Mutation(() => SeeChangesResult, { description: 'Says that the changes of the own agenda were read.' })
  @Allow('signed-in')
  seeAgendaChanges(@CurrentActor() actor: Actor) {
    return this.see.execute(actor);
  }
}

@Resolver()
export class AbsenceNoticeResolver {
  constructor(
    private readonly announce: AnnounceAbsence,
    private readonly settle: SettleAbsence,
    private readonly proofs: AbsenceProofs,
  ) {}

  @Mutation(() => AnnounceAbsenceResult, { description: 'Says that somebody cannot come on some half-days.' })
  @Allow('signed-in')
  announceAbsence(@CurrentActor() actor: Actor, @Args('input') input: AnnounceAbsenceInput) {
    return this.announce.execute(actor, input);
  }

  @Mutation(() => SettleAbsenceResult, { description: 'Takes back an absence about which nobody decided yet.' })
  @Allow('signed-in')
  withdrawAbsence(@CurrentActor() actor: Actor, @Args('input') input: WithdrawAbsenceInput) {
    return this.settle.execute(actor, { ...input, as: 'withdrawn' });
  }

  @Mutation(() => RemoveProofResult, { description: 'Takes a photo of a proof away, as long as nobody decided.' })
  @Allow('signed-in')
  removeAbsenceProof(@CurrentActor() actor: Actor, @Args('proofId', { type: () => ID, description: 'Which photo.' }) proofId: string) {
    return this.proofs.remove(actor, proofId);
  }

  @Mutation(() => SettleAbsenceResult, { description: 'Decides whether an absence is justified.' })
  @Allow('coordinator', 'manager')
  decideAbsence(@CurrentActor() actor: Actor, @Args('input') input: DecideAbsenceInput) {
    return this.settle.execute(actor, { ...input, as: input.decision });
  }
}
