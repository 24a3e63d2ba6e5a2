import { Injectable } from '@nestjs/common';
import { Actor, Database } from '@app/platform';
import { nextLetterTogether } from '../domain/digest.js';
import { type Claim, DispatchStore } from '../persistence/dispatch.store.js';
import { toLoad } from './load-messages.js';
import { type MailDecision } from './mail-decision.js';
import { MessageTypes } from './message-types.js';

/** How far apart changes may be due that are told together: a series is worked through in less. */
const ABOUT_NOW_SECONDS = 60;

/** Whoever moves a series moves sixty sessions of one agenda: its owner hears of them in one letter. */
@Injectable()
export class GatherChanges {
  constructor(
    private readonly database: Database,
    private readonly store: DispatchStore,
    private readonly types: MessageTypes,
  ) {}

  /** Puts back those that have company, to be told together within the minute; answers those that leave now. */
  async execute(toSend: readonly MailDecision[], { lease }: Claim): Promise<readonly MailDecision[]> {
    // What may have arrived is handed over again as it was.
    const changes = toSend.filter(({ message, type }) => type?.together && !message.urgent && message.times_ambiguous === 0);
    if (changes.length === 0) return toSend;
    const kinds = this.types.all().filter((type) => type.together).map(({ type }) => type);
    const inCompany = await this.store.inCompany(changes.map(({ message }) => message.id), kinds, ABOUT_NOW_SECONDS);
    const gathered = await this.withoutLoners(changes.filter(({ message }) => inCompany.has(message.id)));
    for (const { message } of gathered) await this.store.holdForDigest(message.id, lease, nextLetterTogether(message.now));
    return toSend.filter((decided) => !gathered.includes(decided));
  }

  private async withoutLoners(changes: readonly MailDecision[]): Promise<readonly MailDecision[]> {
    const alone = new Set<string>();
    for (const organisationId of new Set(changes.map(({ message }) => message.organisation_id))) {
      const ofOrganisation = changes.filter(({ message }) => message.organisation_id === organisationId);
      await this.database.as(Actor.system(organisationId ?? undefined), async (tx) => {
        for (const type of new Set(ofOrganisation.map((change) => change.type))) {
          const asked = ofOrganisation.filter((change) => change.type === type).map(({ message }) => toLoad(message, message.language ?? 'en'));
          (await type?.together?.alone(tx, asked))?.forEach((id) => alone.add(id));
        }
      });
    }
    return changes.filter(({ message }) => !alone.has(message.id));
  }
}
