import { type MessageToLoad } from '@app/messages';
import { type Tx } from '@app/platform';

/** What calendars must hear together with a notice of change: implemented by the context that knows iCalendar. */
export abstract class SessionInvitations {
  /** An iCalendar object for whoever was invited by mail before; undefined for everybody else. */
  abstract follow(tx: Tx, message: MessageToLoad): Promise<string | undefined>;

  /** The same for what comes back: whoever had been invited before it was cancelled is invited again. */
  abstract again(tx: Tx, message: MessageToLoad): Promise<string | undefined>;

  /** Which of these messages are about something that stands, or stood, in their reader's calendar by mail: their ids. */
  abstract among(tx: Tx, messages: readonly MessageToLoad[]): Promise<ReadonlySet<string>>;
}
