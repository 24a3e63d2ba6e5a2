import { Injectable } from '@nestjs/common';
import { type Actor, Database, InvalidInput, isProblem, type NotAllowed, NotFound, type Tx } from '@app/platform';
import { refusal } from '../domain/refusal.js';
import { type ShareRight } from '../domain/share.js';
import { type Share as StandingShare, ShareStore } from '../persistence/share.store.js';
import { Journal } from './journal.js';
import { ShareableKinds } from './shareable-kinds.js';

export interface ShareInput {
  readonly organisationId: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly toOrganisationId: string;
  readonly right: ShareRight;
  /** Undefined: until it is ended. */
  readonly until?: Date;
}

/** Lets another organisation do something with a thing of one's own. Sharing again changes the end. */
@Injectable()
export class Share {
  constructor(
    private readonly database: Database,
    private readonly shares: ShareStore,
    private readonly kinds: ShareableKinds,
    private readonly journal: Journal,
  ) {}

  async execute(actor: Actor, input: ShareInput): Promise<StandingShare | NotAllowed | NotFound | InvalidInput> {
    const { organisationId, subject, toOrganisationId, right } = input;
    const answer = await this.database.as(actor, async (tx) => {
      const refused = await this.refuse(tx, input);
      if (refused) return refused;
      const share = await this.shares.put(tx, { organisationId, subjectKind: subject.kind, subjectId: subject.id, toOrganisationId, right, until: input.until ?? null });
      const facts = { share: share.id, to: toOrganisationId, right, until: share.until };
      await this.journal.enter(tx, { organisationId, subject, kind: 'shared', facts });
      return share;
    });
    return this.journal.refusals(actor, { organisationId, ...subject }, answer);
  }

  private async refuse(tx: Tx, { organisationId, subject, toOrganisationId, right, until }: ShareInput): Promise<NotAllowed | NotFound | InvalidInput | undefined> {
    const kind = this.kinds.get(subject.kind);
    if (!kind?.rights.includes(right)) return InvalidInput.at('right', 'share.not-for-kind', { kind: subject.kind, right });
    const stranger = refusal(tx.actor, organisationId, { granted: kind.mayShare(tx.actor, organisationId), action: 'share.create' });
    if (isProblem(stranger)) return stranger;
    if (!(await kind.isOwn(tx, organisationId, subject.id))) return new NotFound(subject.kind);
    if (toOrganisationId === organisationId) return InvalidInput.at('toOrganisationId', 'share.with-oneself');
    if (!(await this.shares.organisationExists(tx, toOrganisationId))) return new NotFound('organisation');
    const [ahead] = await tx.query<{ ok: boolean }>('select $1::timestamptz is null or $1::timestamptz > app.now() as ok', [until ?? null]);
    return ahead?.ok ? undefined : InvalidInput.at('until', 'instant.past');
  }
}
