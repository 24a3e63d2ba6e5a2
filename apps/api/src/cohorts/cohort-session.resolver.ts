import { CancelSessions, CreateSeries, MoveSessions, PreviewSeries, ReadCohorts, type SeriesPreview, Substitute, UndoSessionChange } from '@app/cohorts';
import { type Clash } from '@app/ledger';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Actor, isProblem, type Problem } from '@app/platform';
import { Allow, CurrentActor } from '../graphql/index.js';
import { MoveSessionsInput, SeriesInput, SessionRefInput, SubstituteInput } from './cohort-session.input.js';
import { ChangeSessionsResult, CohortSessionsResult, CreateSeriesResult, PreviewSeriesResult, UndoSessionChangeResult } from './cohort-session.types.js';

@Resolver()
export class CohortSeriesResolver {
  constructor(
    private readonly read: ReadCohorts,
    private readonly preview: PreviewSeries,
    private readonly create: CreateSeries,
  ) {}

  @Query(() => CohortSessionsResult, { description: 'All sessions of a cohort, and what was done to them.' })
  @Allow('trainer', 'coordinator', 'manager')
  async cohortSessions(@CurrentActor() actor: Actor, @Args('cohortId', { type: () => ID, description: 'Which cohort.' }) cohortId: string) {
    const sessions = await this.read.sessions(actor, cohortId);
    if (isProblem(sessions)) return sessions;
    const history = await this.read.history(actor, cohortId);
    return isProblem(history) ? history : { sessions, history };
  }

  @Query(() => PreviewSeriesResult, { description: 'The dates that a series would have, with what is left out and what clashes; nothing is taken.' })
  @Allow('coordinator', 'manager')
  async previewSeries(@CurrentActor() actor: Actor, @Args('input') input: SeriesInput) {
    const preview = await this.preview.execute(actor, input);
    return isProblem(preview) ? preview : shown(preview);
  }

  @Mutation(() => CreateSeriesResult, { description: 'Plans a series with rooms, trainers and all learners: all of it or nothing.' })
  @Allow('coordinator', 'manager')
  createSeries(@CurrentActor() actor: Actor, @Args('input') input: SeriesInput) {
    return this.create.execute(actor, input);
  }
}

@Resolver()
export class CohortSessionChangesResolver {
  constructor(
    private readonly move: MoveSessions,
    private readonly cancel: CancelSessions,
    private readonly substitute: Substitute,
    private readonly undo: UndoSessionChange,
  ) {}

  @Mutation(() => ChangeSessionsResult, { description: 'Moves a session, or it and all that follow.' })
  @Allow('coordinator', 'manager')
  async moveSessions(@CurrentActor() actor: Actor, @Args('input') { date, startsAt, endsAt, ...ref }: MoveSessionsInput) {
    return told(await this.move.execute(actor, { ...ref, to: { date, startsAt, endsAt } }));
  }

  @Mutation(() => ChangeSessionsResult, { description: 'Cancels a session, or it and all that follow; what they took is free again.' })
  @Allow('coordinator', 'manager')
  async cancelSessions(@CurrentActor() actor: Actor, @Args('input') input: SessionRefInput) {
    return told(await this.cancel.execute(actor, input));
  }

  @Mutation(() => ChangeSessionsResult, { description: 'Another trainer or another room for a session, or for it and all that follow.' })
  @Allow('coordinator', 'manager')
  async substituteSessions(@CurrentActor() actor: Actor, @Args('input') input: SubstituteInput) {
    return told(await this.substitute.execute(actor, input));
  }

  @Mutation(() => UndoSessionChangeResult, { description: 'Takes a change of sessions back as a whole.' })
  @Allow('coordinator', 'manager')
  async undoSessionChange(@CurrentActor() actor: Actor, @Args('changeId', { type: () => ID, description: 'Which change.' }) changeId: string) {
    return told(await this.undo.execute(actor, { changeId }));
  }
}

interface Changed {
  readonly changeId?: string;
  readonly versions: ReadonlyMap<string, number>;
  readonly yielded?: readonly Clash[];
}

const told = <Refused extends Problem>(answer: Changed | Refused): object => (isProblem(answer) ? answer : { changeId: answer.changeId ?? null, count: answer.versions.size, yielded: answer.yielded ?? [] });

function shown({ dates, skipped, learners, room, clashes, yielded }: SeriesPreview): object {
  const of = (all: readonly Clash[], key: string): readonly Clash[] => all.filter(({ occurrence }) => occurrence === key);
  return {
    ...{ skipped, learners, roomSeats: room?.seats ?? null },
    dates: dates.map(({ key, time, title, clock }) => ({
      ...{ startsAt: time.from, endsAt: time.to, localDate: time.localDate, localTime: time.localTime, zone: time.zone, title, clock },
      ...{ clashes: of(clashes, key), yielded: of(yielded, key) },
    })),
  };
}
