import { type ResourceKind } from './claim.js';
import { type TimeRange } from './time-range.js';

/** Why a claim does not fit: taken, on leave or lent, the site is closed, too far from what is before or after, too few seats left. */
export type ClashReason = 'booked' | 'unavailable' | 'closed' | 'travel' | 'seats';

/** What stands there already. Title and occurrence are told only to those who may read them; of a stranger only the time. */
export interface Rival {
  readonly from: Date;
  readonly to: Date;
  readonly title: string | null;
  readonly occurrenceId: string | null;
  /** Set for a hold that may still go away. */
  readonly heldUntil: Date | null;
  readonly absence: 'leave' | 'busy' | 'loan' | 'blocked' | null;
}

/** One reason why one claim does not fit. */
export interface Clash {
  readonly reason: ClashReason;
  readonly resource: { readonly id: string; readonly kind: ResourceKind; readonly name: string | null };
  /** The occurrence (or the caller's key) whose claim this is. */
  readonly occurrence: string;
  readonly asked: TimeRange;
  /** Zone in which the times are told: that of the place, else of the organisation. */
  readonly zone: string;
  readonly rival: Rival | null;
  readonly travel: { readonly minutes: number; readonly from: string | null; readonly to: string | null } | null;
  readonly seats: { readonly asked: number; readonly free: number; readonly total: number } | null;
  /** Name of the closure. */
  readonly closure: string | null;
}
