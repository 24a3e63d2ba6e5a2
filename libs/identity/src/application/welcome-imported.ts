import { Injectable } from '@nestjs/common';
import { PostMessages } from '@app/messages';
import { type Tx } from '@app/platform';
import { type ImportedPerson } from '../domain/people-import/import-row.js';
import { InvitationStore } from '../persistence/invitation.store.js';
import { type PeopleImport } from '../persistence/people-import.store.js';
import { Journal } from './journal.js';

type Newcomer = ImportedPerson & { readonly personId: string };

/** What follows for people whom an import added: log and trail, and an invitation where that was wished. */
@Injectable()
export class WelcomeImported {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly postMessages: PostMessages,
    private readonly journal: Journal,
  ) {}

  async execute(tx: Tx, { id, organisationId, wishes }: PeopleImport, newcomers: readonly Newcomer[]): Promise<void> {
    if (newcomers.length === 0) return;
    const happenings = newcomers.map(({ personId, roles, line }) => ({
      organisationId,
      subject: { kind: 'person', id: personId },
      kind: 'imported',
      version: 1,
      personId,
      facts: { import: id, line, roles },
    }));
    await this.journal.enter(tx, ...happenings);
    if (wishes.invite) await this.invite(tx, organisationId, newcomers);
  }

  private async invite(tx: Tx, organisationId: string, newcomers: readonly Newcomer[]): Promise<void> {
    const invitations = await this.invitations.openMany(tx, organisationId, newcomers.flatMap(({ personId, email }) => (email ? [{ personId, email }] : [])));
    const messages = invitations.map(({ id, personId, email, expiresAt, version }) => ({
      organisationId,
      personId,
      type: 'identity.invitation',
      subject: { kind: 'invitation', id, timingVersion: version },
      address: email,
      notAfter: expiresAt,
    }));
    await this.postMessages.execute(tx, ...messages);
  }
}
