import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, type NotFound, type StaleVersion, type Tx } from '@app/platform';
import { fieldsGiven } from '../domain/fields-given.js';
import { type ProfileFacts, profileFaults, tidyProfile } from '../domain/profile.js';
import { type Member, PeopleStore } from '../persistence/people.store.js';
import { Journal } from './journal.js';
import { type MemberEdit, memberToChange } from './member-to-change.js';
import { PostInvitation } from './post-invitation.js';

export interface UpdateProfileInput extends MemberEdit, Partial<ProfileFacts> {}

/**
 * Changes what the organisation knows of a person; what is left out stays, null empties a field. The person's account stays untouched:
 * nobody takes over an account by editing an address.
 */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleStore,
    private readonly postInvitation: PostInvitation,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: UpdateProfileInput): Promise<Member | NotAllowed | NotFound | StaleVersion | InvalidInput> {
    const { organisationId, personId, expectedVersion, ...wanted } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const member = await memberToChange(tx, this.people, { organisationId, personId, expectedVersion }, 'person.update');
      if (isProblem(member)) return member;
      const changed = { ...member, ...fieldsGiven(wanted) };
      const refused = await this.refuse(tx, changed);
      return refused ?? this.save(tx, member, tidyProfile(changed));
    });
    return this.journal.refusals(actor, { organisationId, kind: 'person', id: personId, personId }, answer);
  }

  private async refuse(tx: Tx, changed: Member): Promise<InvalidInput | undefined> {
    const faults = profileFaults(changed);
    if (faults.length > 0) return new InvalidInput(faults);
    const tidy = tidyProfile(changed);
    const taken = await this.people.taken(tx, changed.organisationId, { email: tidy.email, reference: tidy.reference, exceptPersonId: changed.personId });
    if (taken.email) return InvalidInput.at('email', 'email.taken');
    if (taken.reference) return InvalidInput.at('reference', 'reference.taken');
    return this.people.siteFault(tx, changed.organisationId, changed.siteId);
  }

  private async save(tx: Tx, before: Member, after: Member): Promise<Member> {
    const { organisationId, personId } = after;
    const fields = FIELDS.filter((field) => before[field] !== after[field]);
    if (fields.length === 0) return before;
    const version = await this.people.saveProfile(tx, after);
    if (fields.includes('email') || fields.includes('language')) await this.postInvitation.readdress(tx, after);
    const personal = Object.fromEntries(fields.map((field) => [field, { before: before[field], after: after[field] }]));
    await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'updated', version, personId, facts: { fields }, personal });
    return this.people.found(tx, after);
  }
}

const FIELDS = ['givenName', 'familyName', 'email', 'phone', 'language', 'reference', 'siteId'] as const;
