import { Injectable } from '@nestjs/common';
import { type EditRefused, Occurrences } from '@app/ledger';
import { type Actor } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { type CohortEditRefused } from './cohort-to-change.js';
import { SessionEditor } from './session-editor.js';
import { type SessionRef, type SessionsChanged } from './sessions-to-change.js';

/** Cancels one session, or it and all that follow: rooms and people are free again, and those concerned are told. */
@Injectable()
export class CancelSessions {
  constructor(
    private readonly editor: SessionEditor,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: SessionRef): Promise<SessionsChanged | CohortEditRefused | CohortStateRefused | EditRefused> {
    return this.editor.change(actor, input, { kind: 'cancelled', action: 'session.cancel' }, (tx, cohort, sessions) =>
      this.occurrences.cancel(tx, cohort.organisationId, sessions.map(({ id, version }) => ({ id, expectedVersion: version }))),
    );
  }
}
