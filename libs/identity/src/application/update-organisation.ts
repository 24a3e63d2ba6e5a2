import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Fault, InvalidInput, type NotAllowed, NotFound, StaleVersion, type Tx } from '@app/platform';
import { type MessageHours, messageHoursFaults, type Retention, retentionFaults } from '../domain/centre-rules.js';
import { tidyLine } from '../domain/entered-text.js';
import { fieldsGiven } from '../domain/fields-given.js';
import { type OrganisationFacts, organisationFaults } from '../domain/organisation.js';
import { mayManageOrganisation } from '../domain/organisation.policy.js';
import { refusal } from '../domain/refusal.js';
import { type OrganisationWords, wordFaults } from '../domain/words.js';
import { AccountStore } from '../persistence/account.store.js';
import { type Organisation, OrganisationStore } from '../persistence/organisation.store.js';
import { Journal } from './journal.js';

export interface UpdateOrganisationInput extends Partial<OrganisationFacts>, Partial<MessageHours> {
  readonly organisationId: string;
  readonly expectedVersion: number;
  /** Other names for roles and for "cohort"; replaces those that there were. */
  readonly words?: OrganisationWords;
  /** Days by name; replaces what there was. */
  readonly retention?: Retention;
  /** Only somebody who has a second factor may demand it: the demand counts at once, for its author too. */
  readonly secondFactorDemanded?: boolean;
}

/** Changes what an organisation says of itself; what is left out stays. */
@Injectable()
export class UpdateOrganisation {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationStore,
    private readonly accounts: AccountStore,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: UpdateOrganisationInput): Promise<Organisation | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    const { organisationId, expectedVersion, ...wanted } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const refused = refusal(actor, organisationId, { granted: mayManageOrganisation(actor, organisationId), action: 'organisation.update' });
      if (refused) return refused;
      const organisation = await this.organisations.lock(tx, organisationId);
      if (!organisation) return new NotFound('organisation');
      if (organisation.version !== expectedVersion) return new StaleVersion(expectedVersion, organisation.version);
      const changed = { ...organisation, ...fieldsGiven(wanted) };
      const faults = [...organisationFaults(changed), ...wordFaults(changed.words), ...retentionFaults(changed.retention), ...messageHoursFaults(changed), ...(await this.demandFaults(tx, organisation, wanted))];
      if (faults.length > 0) return new InvalidInput(faults);
      const saved = await this.organisations.save(tx, { ...changed, name: tidyLine(changed.name) });
      await this.journal.enter(tx, { organisationId, subject: { kind: 'organisation', id: organisationId }, version: saved.version, kind: 'updated', facts: { fields: Object.keys(fieldsGiven(wanted)), ...retentionFacts(organisation, saved) } });
      return saved;
    });
    return this.journal.refusals(actor, { organisationId, kind: 'organisation', id: organisationId }, answer);
  }

  private async demandFaults(tx: Tx, organisation: Organisation, { secondFactorDemanded }: Partial<UpdateOrganisationInput>): Promise<readonly Fault[]> {
    if (!secondFactorDemanded || organisation.secondFactorDemanded || (await this.accounts.own(tx))?.secondFactor) return [];
    return [{ field: 'secondFactorDemanded', reason: 'second-factor.own-first' }];
  }
}

/** How long data is kept is proof in itself: the trail says from what to what. */
const retentionFacts = ({ retention: before }: Organisation, { retention: after }: Organisation): object =>
  JSON.stringify(before) === JSON.stringify(after) ? {} : { retention: { before, after } };
