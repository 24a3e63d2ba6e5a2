import { type Language, type Texts, type Tx } from '@app/platform';

/** What a message is about; with the timing version it says which plan of the thing the message belongs to. */
export interface MessageSubject {
  readonly kind: string;
  readonly id: string;
  readonly timingVersion?: number;
}

/**
 * A wish to tell one person something. Holds ids only: what it says is loaded again when it is handed over, so that it can never
 * be older than the truth, and no secret lies in the row. The same person, subject, timing version, rule and channel: one message.
 */
export interface NewMessage {
  /** In whose name; undefined for what concerns the sign-in itself. */
  readonly organisationId?: string;
  readonly personId: string;
  /** Name of a registered message type: "identity.invitation". */
  readonly type: string;
  readonly subject: MessageSubject;
  /** Which rule or reason asked for it ("24h-before", "requested:<uuid>"); part of the key. "once" by default. */
  readonly rule?: string;
  /** Default: mail. */
  readonly channel?: 'mail' | 'notice';
  /** Default: now. */
  readonly dueAt?: Date;
  /** After this instant it is of no use and is dropped instead of sent. */
  readonly notAfter?: Date;
  /** Ignores quiet hours (N9). */
  readonly urgent?: boolean;
  /** Where it goes when the person has no recipient row yet (an invitation, a change of address). */
  readonly address?: string;
}

/** What a text may contain. Dates are worded by the template in the person's language and the place's zone. */
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** The four texts of one message type; ICU MessageFormat, plain text. Blank lines part paragraphs; {link} alone on a line becomes a button. */
export type MessageTexts = Readonly<Record<Language, { readonly subject: string; readonly body: string }>>;

/** The message that is about to leave. */
export interface MessageToLoad {
  readonly personId: string;
  readonly organisationId?: string;
  readonly organisationName?: string;
  readonly subject: MessageSubject;
  readonly language: Language;
  /** Which rule or reason asked for it. */
  readonly rule?: string;
  /** The message itself, and where it is going: for links that must work for this mailbox only. */
  readonly messageId: string;
  readonly address?: string;
}

/** A context's answer to "what does this message say now": undefined withdraws it. Runs as a system actor of the message's organisation. */
export interface MessageType {
  readonly type: string;
  readonly texts: MessageTexts;
  /** Optional kinds can be switched off by the person and carry a one-click unsubscribe. */
  readonly optional?: boolean;
  /** Values for preview and test mail. */
  readonly sample: MessageValues | ((language: Language) => MessageValues);
  /**
   * May write (a token's hash): that is committed before the message leaves. Called again when a hand-over has to be repeated. `zone` among the
   * values is the zone in which dates are worded, the organisation's otherwise.
   */
  load(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined>;
  /** Set for changes in somebody's agenda: several that are due to one person at the same time are told in one letter, a line each. */
  readonly together?: ToldTogether;
}

export interface ToldTogether {
  /** What the line says, after the values of `load`. The lines are put in the order of their value `start`. */
  readonly line: Texts<'line'>;
  /** Answers the ids of those that need a letter of their own, because they carry something of which a letter holds one. */
  alone(tx: Tx, messages: readonly MessageToLoad[]): Promise<ReadonlySet<string>>;
}
