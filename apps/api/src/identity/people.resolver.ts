import { Args, Query, Resolver } from '@nestjs/graphql';
import { ReadPeople, VerifyAudit } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { Allow, connection, CurrentActor, pageRequest } from '../graphql/index.js';
import { HistoryArgs, PeopleArgs, PersonArgs, TrailArgs } from './people.input.js';
import { OrganisationArgs } from './organisation.input.js';
import { DuplicatesResult, PeopleResult, PersonResult } from './person.types.js';
import { shownEntry } from './shown-entry.js';
import { TrailResult, TrailVerdictResult } from './trail.types.js';

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly read: ReadPeople,
    private readonly verify: VerifyAudit,
  ) {}

  @Query(() => PeopleResult, { description: 'People of an organisation by family name.' })
  @Allow('coordinator', 'manager', 'scope:people.read')
  async people(@CurrentActor() actor: Actor, @Args() args: PeopleArgs) {
    const { organisationId, search, roles, states, siteId } = args;
    const page = await this.read.list(actor, { organisationId, search, roles, states, siteId }, pageRequest(args));
    if (isProblem(page)) return page;
    const rows = page.rows.map((row) => ({ ...row, organisationId }));
    return connection({ ...page, rows }, (row) => [row.sortName, row.id]);
  }

  @Query(() => PersonResult, { description: 'One person as an organisation knows him or her.' })
  @Allow('coordinator', 'manager', 'scope:people.read')
  async person(@CurrentActor() actor: Actor, @Args() key: PersonArgs) {
    const row = await this.read.one(actor, key);
    return isProblem(row) ? row : { ...row, organisationId: key.organisationId };
  }

  @Query(() => DuplicatesResult, { description: 'Entries of the same name, to be merged perhaps.' })
  @Allow('coordinator', 'manager')
  async likelyDuplicates(@CurrentActor() actor: Actor, @Args() { organisationId }: OrganisationArgs) {
    const pairs = await this.read.duplicates(actor, organisationId);
    return isProblem(pairs) ? pairs : { pairs };
  }

  @Query(() => TrailResult, { description: 'What was done about a person, the newest first.' })
  @Allow('coordinator', 'manager')
  async personHistory(@CurrentActor() actor: Actor, @Args() args: HistoryArgs) {
    const page = await this.read.history(actor, args, pageRequest(args));
    return isProblem(page) ? page : connection({ ...page, rows: page.rows.map(shownEntry) }, (entry) => [entry.id]);
  }

  @Query(() => TrailResult, { description: 'The audit trail of an organisation, the newest first.' })
  @Allow('manager')
  async auditTrail(@CurrentActor() actor: Actor, @Args() args: TrailArgs) {
    const page = await this.read.trail(actor, args.organisationId, pageRequest(args));
    return isProblem(page) ? page : connection({ ...page, rows: page.rows.map(shownEntry) }, (entry) => [entry.id]);
  }

  @Query(() => TrailVerdictResult, { description: 'Computes the chain of the audit trail again.' })
  @Allow('manager')
  verifyAuditTrail(@CurrentActor() actor: Actor, @Args() { organisationId }: OrganisationArgs) {
    return this.verify.execute(actor, organisationId);
  }
}
