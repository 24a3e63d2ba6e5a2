import { Injectable } from '@nestjs/common';
import { type EditRefused } from '@app/ledger';
import { type Actor, InvalidInput, isProblem } from '@app/platform';
import { type CohortStateRefused } from '../domain/problems.js';
import { type CohortEditRefused } from './cohort-to-change.js';
import { Replacements } from './replacements.js';
import { type Meeting, meetingFaults } from './series-input.js';
import { SessionEditor } from './session-editor.js';
import { type SessionRef, type SessionsChanged } from './sessions-to-change.js';

export interface SubstituteInput extends SessionRef, Meeting {
  /** The whole new list of trainers; undefined leaves them. */
  readonly trainerIds?: readonly string[];
  /** The whole new list of rooms and equipment; undefined leaves them. */
  readonly resourceIds?: readonly string[];
}

/** Puts another trainer, another room or another meeting online in the place of what was planned, for one session or for all that follow. */
@Injectable()
export class Substitute {
  constructor(
    private readonly editor: SessionEditor,
    private readonly replacements: Replacements,
  ) {}

  async execute(actor: Actor, input: SubstituteInput): Promise<SessionsChanged | CohortEditRefused | CohortStateRefused | EditRefused> {
    const { trainerIds, resourceIds, link, bring } = input;
    if (!trainerIds && !resourceIds && link === undefined && bring === undefined) return InvalidInput.at('trainerIds', 'substitute.nothing');
    const faults = meetingFaults(input);
    if (faults.length > 0) return new InvalidInput(faults);
    return this.editor.change(actor, input, { kind: 'substituted', action: 'session.substitute' }, async (tx, cohort, sessions) => {
      const versions = new Map<string, number>();
      if (resourceIds) {
        const things = [...new Set(resourceIds)].map((resourceId) => ({ resourceId }));
        const moved = await this.replacements.rooms(tx, cohort, sessions.map(({ id, version }) => ({ id, expectedVersion: version, things })));
        if (isProblem(moved)) return moved;
        moved.versions.forEach((version, id) => versions.set(id, version));
      }
      const reworded = await this.replacements.meetings(tx, cohort, sessions.map(({ id, version }) => ({ id, expectedVersion: versions.get(id) ?? version, link, bring })));
      if (isProblem(reworded)) return reworded;
      reworded.versions.forEach((version, id) => versions.set(id, version));
      if (trainerIds) {
        const restaffed = await this.replacements.trainers(tx, cohort, sessions.map(({ id, trainerIds: before }) => ({ id, before, after: [...new Set(trainerIds)] })));
        if (isProblem(restaffed)) return restaffed;
        restaffed.versions.forEach((version, id) => versions.set(id, version));
      }
      return { versions };
    });
  }
}
