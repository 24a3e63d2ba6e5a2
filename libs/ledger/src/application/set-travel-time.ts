import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, type NotAllowed, NotFound } from '@app/platform';
import { Journal, refusal } from '@app/identity';
import { mayPlan } from '../domain/ledger.policy.js';
import { ResourceStore } from '../persistence/resource.store.js';
import { type TravelTime, TravelTimeStore } from '../persistence/travel-time.store.js';

export interface SetTravelTimeInput {
  readonly organisationId: string;
  readonly fromSiteId: string;
  readonly toSiteId: string;
  /** Door to door; 0 forgets it. */
  readonly minutes: number;
  /** Only this direction; both by default. */
  readonly oneWay?: boolean;
}

const MOST_MINUTES = 720;

/** Says how long people and equipment need from one site to another. What is booked stays booked. */
@Injectable()
export class SetTravelTime {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourceStore,
    private readonly travelTimes: TravelTimeStore,
    private readonly journal: Journal,
  ) {}

  execute(actor: Actor, input: SetTravelTimeInput): Promise<readonly TravelTime[] | NotAllowed | NotFound | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, fromSiteId, toSiteId, minutes, oneWay = false } = input;
      const refused = refusal(actor, organisationId, { granted: mayPlan(actor, organisationId), action: 'travel-time.set' });
      if (refused) return refused;
      if (!Number.isInteger(minutes) || minutes < 0 || minutes > MOST_MINUTES) return InvalidInput.at('minutes', 'travel.minutes', { max: MOST_MINUTES });
      if (fromSiteId === toSiteId) return InvalidInput.at('toSiteId', 'travel.same-site');
      for (const siteId of [fromSiteId, toSiteId]) if (!(await this.resources.siteStands(tx, organisationId, siteId))) return new NotFound('site');
      await this.travelTimes.set(tx, organisationId, [{ fromSiteId, toSiteId, minutes }, ...(oneWay ? [] : [{ fromSiteId: toSiteId, toSiteId: fromSiteId, minutes }])]);
      await this.journal.enter(tx, { organisationId, subject: { kind: 'site', id: fromSiteId }, kind: 'travel-time-set', facts: { toSiteId, minutes, oneWay } });
      return this.travelTimes.list(tx, organisationId);
    });
  }
}
