import { Injectable } from '@nestjs/common';
import { type Clash, dayValue, type EditRefused, isDay, isPlanned, type OccurrenceEdit, Occurrences } from '@app/ledger';
import { type Actor, InvalidInput, isProblem } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { type NewTime, shifted } from '../domain/shift.js';
import { type CohortEditRefused } from './cohort-to-change.js';
import { SessionEditor, type SessionsInHand } from './session-editor.js';
import { type SessionRef, type SessionsChanged } from './sessions-to-change.js';

export interface MoveSessionsInput extends SessionRef {
  /** New day and times of the one named; those that follow go as many days along, to the same times. */
  readonly to: NewTime;
}

export interface SessionsMoved extends SessionsChanged {
  readonly yielded: readonly Clash[];
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Moves one session, or it and all that follow; all of them or none, with every clash named. */
@Injectable()
export class MoveSessions {
  constructor(
    private readonly editor: SessionEditor,
    private readonly occurrences: Occurrences,
  ) {}

  execute(actor: Actor, input: MoveSessionsInput): Promise<SessionsMoved | CohortEditRefused | CohortStateRefused | EditRefused> {
    return this.editor.change(actor, input, { kind: 'moved', action: 'session.move' }, async (tx, cohort, sessions) => {
      const edits = editsOf(sessions, input, cohort.now);
      return isProblem(edits) ? edits : this.occurrences.change(tx, cohort.organisationId, edits);
    });
  }
}

function editsOf(sessions: SessionsInHand, { to, following }: MoveSessionsInput, now: Date): readonly OccurrenceEdit[] | InvalidInput {
  if (!isDay(to.date)) return InvalidInput.at('date', 'date.malformed');
  if (!TIME.test(to.startsAt)) return InvalidInput.at('startsAt', 'series.time');
  if (!TIME.test(to.endsAt)) return InvalidInput.at('endsAt', 'series.time');
  const edits: OccurrenceEdit[] = [];
  for (const session of sessions) {
    const time = shifted(session, sessions[0], to);
    if (!isPlanned(time)) return new InvalidInput(time);
    if (time.from <= now) return InvalidInput.at('date', 'session.in-the-past', { date: dayValue(time.localDate) });
    edits.push({ id: session.id, expectedVersion: session.version, time, movedByHand: following ? session.movedByHand : true });
  }
  return edits;
}
