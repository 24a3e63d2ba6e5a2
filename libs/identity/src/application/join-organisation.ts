import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { InvitationVoid } from '../domain/people.problems.js';
import { InvitationStore, type OpenedInvitation } from '../persistence/invitation.store.js';
import { PeopleStore } from '../persistence/people.store.js';
import { JoinPersons } from './join-persons.js';
import { Journal } from './journal.js';

/** Uses the invitation up: the offered roles stand, and the organisation knows that the human is this person. */
@Injectable()
export class JoinOrganisation {
  constructor(
    private readonly people: PeopleStore,
    private readonly invitations: InvitationStore,
    private readonly joinPersons: JoinPersons,
    private readonly journal: Journal,
  ) {}

  async execute(tx: Tx, invitation: OpenedInvitation, personId: string): Promise<InvitationVoid | undefined> {
    const { organisationId } = invitation;
    const invited = { organisationId, personId: invitation.personId };
    // The row lock of the closing update lets one of two acceptances through.
    if (!(await this.invitations.close(tx, invitation, 'accepted'))) return new InvitationVoid('accepted');
    await this.people.changeStates(tx, invited, { from: ['invited'], to: 'active' });
    if (!(await this.become(tx, invited, personId, invitation.claimed))) return new InvitationVoid('accepted');
    const key = { organisationId, personId };
    const { version } = await this.people.found(tx, key);
    await this.journal.enter(tx, { organisationId, subject: { kind: 'person', id: personId }, kind: 'joined', version, personId, facts: { invitation: invitation.id } });
    return undefined;
  }

  /** Somebody who comes back is himself already; a newcomer claims; who has a person is merged with the provisional one. */
  private async become(tx: Tx, invited: { organisationId: string; personId: string }, personId: string, claimed: boolean): Promise<boolean> {
    if (invited.personId !== personId) {
      const merge = { organisationId: invited.organisationId, awayPersonId: invited.personId, intoPersonId: personId, rolesBecome: 'active' as const, byHimself: true };
      return (await this.joinPersons.execute(tx, merge)) !== undefined;
    }
    if (!claimed && !(await this.people.claim(tx))) return false;
    await this.people.markJoined(tx, invited);
    return true;
  }
}
