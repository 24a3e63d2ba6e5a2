import { Injectable } from '@nestjs/common';
import { Actor, Database, hashToken, isProblem } from '@app/platform';
import { InvitationVoid } from '../domain/people.problems.js';
import { type TooManyAttempts } from '../domain/sign-in.problems.js';
import { type Visitor } from '../domain/visitor.js';
import { InvitationStore, type OpenedInvitation } from '../persistence/invitation.store.js';
import { Attempts } from './attempts.js';

/** What a link invites to, for who holds it; an answer to nobody else. Guesses are counted per network. */
@Injectable()
export class FindInvitation {
  constructor(
    private readonly database: Database,
    private readonly invitations: InvitationStore,
    private readonly attempts: Attempts,
  ) {}

  async execute(input: { readonly token: string; readonly visitor: Visitor }): Promise<OpenedInvitation | InvitationVoid | TooManyAttempts> {
    const attempt = await this.attempts.begin('token', 'invitation', input.visitor);
    if (isProblem(attempt)) return attempt;
    const found = await this.database.as(Actor.anonymous(), (tx) => this.invitations.byToken(tx, hashToken(input.token)));
    if (!found) return new InvitationVoid('unknown');
    await attempt.succeeded();
    if (found.state !== 'open') return new InvitationVoid(found.state);
    return found.expired ? new InvitationVoid('expired') : found;
  }
}
