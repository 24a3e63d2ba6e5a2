import { type Decision } from '../domain/decide.js';
import { type MessageType } from '../domain/message.js';
import { type ClaimedMessage } from '../persistence/dispatch.store.js';

/** A leased row and what becomes of it. */
export interface MailDecision {
  readonly message: ClaimedMessage;
  readonly type?: MessageType;
  readonly decision: Decision;
}
