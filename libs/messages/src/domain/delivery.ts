import { Problem } from '@app/platform';

export const deliveryStates = ['due', 'held', 'sending', 'ambiguous', 'sent', 'dropped', 'withdrawn', 'failed', 'discarded'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** States in which a person can still decide something about a message. */
const OPEN: readonly DeliveryState[] = ['due', 'held', 'ambiguous', 'failed'];

export const canRetry = (state: DeliveryState): boolean => state === 'failed';
export const canDiscard = (state: DeliveryState): boolean => OPEN.includes(state);

/** The message is not waiting for this decision any more: it has left, or somebody else decided. */
export class DeliverySettled extends Problem {
  readonly code = 'DELIVERY_SETTLED';
  constructor(readonly state: DeliveryState) {
    super();
  }
}

/** The person has no address to which mail could go. */
export class NoMailAddress extends Problem {
  readonly code = 'NO_MAIL_ADDRESS';
}
