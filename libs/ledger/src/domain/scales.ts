import { type Language } from '@app/platform';
import { type Claim, type Granted } from './claim.js';
import { type Clash, type ClashReason, type Rival } from './clash.js';
import { type Booking, type KnownResource, type LedgerFacts } from './ledger-facts.js';

/** Who asks decides two things: a learner who books for himself binds, and names are told in his language. */
export interface Asker {
  readonly personId?: string;
  readonly language: Language;
}

/** A booking as the judge sees it: one that stands, or one granted a moment ago in the same call. */
export interface Standing extends Booking {
  readonly granted?: Granted;
}

/** What lies on the scales while claims are weighed. */
export interface Scales {
  readonly facts: LedgerFacts;
  readonly asker: Asker;
  /** By resource; grows while claims are granted, so that a series also clashes with itself. */
  readonly standing: Map<string, Standing[]>;
  readonly reseated: Set<Booking>;
}

/** A room stands at its site; people and equipment are where the occurrence is. */
export const placeOf = (claim: Claim, resource: KnownResource): string | undefined => (resource.kind === 'room' ? (resource.siteId ?? undefined) : claim.siteId);

/** The frame of a clash; the finder fills in what it found. */
export function clash(reason: ClashReason, scales: Scales, claim: Claim, resource: KnownResource): Clash {
  const zone = scales.facts.sites.get(placeOf(claim, resource) ?? '')?.zone ?? scales.facts.zone;
  const { id, kind, name } = resource;
  return { reason, resource: { id, kind, name }, occurrence: claim.occurrence, asked: claim.during, zone, rival: null, travel: null, seats: null, closure: null };
}

export function rivalOf(booking: Standing): Rival {
  const { from, to, title, occurrenceId, heldUntil, readable } = booking;
  return readable ? { from, to, title, occurrenceId, heldUntil, absence: null } : { from, to, title: null, occurrenceId: null, heldUntil: null, absence: null };
}
