import { randomUUID } from 'node:crypto';
import { type Actor, Database, InvalidInput, NotAllowed, NotFound } from '@app/platform';
import { PostMessages } from '@app/messages';
import { Injectable } from '@nestjs/common';
import { textFaults, tidyLine } from '../domain/entered-text.js';
import { SecondFactorStore } from '../persistence/second-factor.store.js';
import { Audit } from './audit.js';

interface Rescue {
  readonly email: string;
  /** How the person proved who he is; into the erasable part of the trail. */
  readonly reason: string;
}

/**
 * Device and recovery codes are lost: a platform admin takes the second factor away. The person is signed out everywhere, is told by
 * mail, and signs in with what is left. The trail says who did it and why.
 */
@Injectable()
export class RemoveSecondFactorOf {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorStore,
    private readonly audit: Audit,
    private readonly postMessages: PostMessages,
  ) {}

  async execute(actor: Actor, input: Rescue): Promise<{ personId: string } | NotAllowed | NotFound | InvalidInput> {
    const answer = await this.remove(actor, input);
    return this.audit.refusals(actor, { subject: { kind: 'account' } }, answer);
  }

  private async remove(actor: Actor, { email, reason }: Rescue): Promise<{ personId: string } | NotAllowed | NotFound | InvalidInput> {
    if (!actor.platformAdmin) return new NotAllowed('account.remove-second-factor');
    const faults = textFaults(reason, { field: 'reason', max: 500, required: true });
    if (faults.length > 0) return new InvalidInput(faults);
    return this.database.as(actor, async (tx) => {
      const account = await this.factors.removeOf(tx, email.trim());
      if (!account) return new NotFound('second-factor');
      const { personId } = account;
      await this.audit.record(tx, { action: 'account.second-factor-taken-away', subject: { kind: 'account', id: personId }, personId, personal: { reason: tidyLine(reason) } });
      await this.postMessages.execute(tx, { personId, type: 'identity.second-factor-taken-away', subject: { kind: 'account', id: personId }, rule: `taken-away:${randomUUID()}`, address: account.email, urgent: true });
      return { personId };
    });
  }
}
