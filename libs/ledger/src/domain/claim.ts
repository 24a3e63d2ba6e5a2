import { type TimeRange } from './time-range.js';

export type ResourceKind = 'room' | 'equipment' | 'person';

/** What someone or something is claimed for. Rooms and equipment take part as themselves. */
export type PersonPart = 'learner' | 'trainer' | 'expert' | 'invigilator' | 'staff';
export type Part = PersonPart | 'room' | 'equipment';

export const isPersonPart = (part: Part): part is PersonPart => part !== 'room' && part !== 'equipment';

/** A wish for one resource during one stretch of time. */
export interface Claim {
  /** Id of the room or equipment; for people the person's id, which is also the id of that person's resource. */
  readonly resourceId: string;
  readonly part: Part;
  /** Id of the occurrence it is for; or the caller's own key of one that is written only when all claims are granted. */
  readonly occurrence: string;
  readonly during: TimeRange;
  /** Where it takes place: decides closures and travel of people and equipment. Undefined online. */
  readonly siteId?: string;
  /** How many seats of a shared room; undefined takes the whole room. */
  readonly seats?: number;
  /** A hold: given back by itself at this instant unless confirmed. */
  readonly heldUntil?: Date;
}

/** What is given back first: all that an occurrence holds, or one resource of it. Given back and claimed in one call is a move. */
export interface Release {
  readonly occurrenceId: string;
  readonly resourceId?: string;
}

/** A claim that may be written. A learner whom staff moved into a clash is written without binding. */
export interface Granted {
  readonly claim: Claim;
  readonly resourceOrganisationId: string;
  readonly binding: boolean;
  /** Multirange of seat numbers as PostgreSQL writes it; everything by default. */
  units: string;
}
