import { Injectable } from '@nestjs/common';
import { type Actor, Changes, type Tx } from '@app/platform';
import { Audit } from './audit.js';

/** Something that happened to a thing of an organisation. */
export interface Happening {
  readonly organisationId: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Past participle: "created", "roles-changed". */
  readonly kind: string;
  readonly version?: number;
  readonly personId?: string;
  /** Ids, figures and enumerated words: to consumers of the change and to the trail. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Words about the person: to the erasable part of the trail alone. */
  readonly personal?: Readonly<Record<string, unknown>>;
}

/** Enters what happened in the change log and in the audit trail, in the transaction in which it happens. */
@Injectable()
export class Journal {
  constructor(
    private readonly changes: Changes,
    private readonly audit: Audit,
  ) {}

  async enter(tx: Tx, ...happenings: readonly Happening[]): Promise<void> {
    await this.changes.append(
      tx,
      ...happenings.map(({ organisationId, subject, version, kind, personId, facts }) => ({
        organisationId,
        subjectKind: subject.kind,
        subjectId: subject.id,
        version,
        kind,
        personId,
        data: facts,
      })),
    );
    await this.audit.record(
      tx,
      ...happenings.map(({ organisationId, subject, kind, personId, facts, personal }) => ({
        organisationId,
        action: `${subject.kind}.${kind}`,
        subject,
        personId,
        facts,
        personal,
      })),
    );
  }

  /** Passes the answer on; an attempt that was not allowed is entered in the trail (see Audit.refusals). */
  refusals<T>(actor: Actor, subject: { readonly organisationId?: string; readonly kind: string; readonly id?: string; readonly personId?: string }, answer: T): Promise<T> {
    const { organisationId, personId, kind, id } = subject;
    return this.audit.refusals(actor, { organisationId, personId, subject: { kind, id } }, answer);
  }
}
