import { Injectable, Logger } from '@nestjs/common';
import { Actor, Database, type Language, type Tx } from '@app/platform';
import { type MessageToLoad, type MessageType, type MessageValues } from '../domain/message.js';
import { type ClaimedMessage } from '../persistence/dispatch.store.js';

/** A message whose type is known, about to be worded. */
export interface TypedMessage {
  readonly message: ClaimedMessage;
  readonly type: MessageType;
  readonly language: Language;
}

/** What it says now; without values it is withdrawn, with a fault it is tried again. */
export interface LoadedMessage extends TypedMessage {
  readonly values?: MessageValues;
  readonly fault?: Error;
}

/** Asks contexts what their messages say now: each organisation's messages in one transaction as that organisation's system. */
@Injectable()
export class LoadMessages {
  private readonly log = new Logger('Messages');

  constructor(private readonly database: Database) {}

  async execute(messages: readonly TypedMessage[]): Promise<readonly LoadedMessage[]> {
    const organisations = new Set(messages.map(({ message }) => message.organisation_id));
    const loaded: LoadedMessage[] = [];
    for (const organisation of organisations) {
      loaded.push(...(await this.loadTogether(messages.filter(({ message }) => message.organisation_id === organisation))));
    }
    return loaded;
  }

  /** A failing one would take the transaction of all others with it: then each is asked alone. */
  private async loadTogether(messages: readonly TypedMessage[]): Promise<readonly LoadedMessage[]> {
    const actor = Actor.system(messages[0]?.message.organisation_id ?? undefined);
    try {
      return await this.database.as(actor, async (tx) => {
        const loaded: LoadedMessage[] = [];
        for (const typed of messages) loaded.push({ ...typed, values: await this.load(tx, typed) });
        return loaded;
      });
    } catch (error) {
      if (messages.length > 1) return (await Promise.all(messages.map((typed) => this.loadTogether([typed])))).flat();
      const fault = error instanceof Error ? error : new Error(String(error));
      this.log.error(`${messages[0]?.type.type} could not be loaded for message ${messages[0]?.message.id}: ${fault.stack ?? fault.message}`);
      return messages.map((typed) => ({ ...typed, fault }));
    }
  }

  private load(tx: Tx, { message, type, language }: TypedMessage): Promise<MessageValues | undefined> {
    return type.load(tx, toLoad(message, language));
  }
}

/** A claimed row as contexts know it. */
export function toLoad(message: ClaimedMessage, language: Language): MessageToLoad {
  return {
    personId: message.person_id,
    organisationId: message.organisation_id ?? undefined,
    organisationName: message.organisation_name ?? undefined,
    subject: { kind: message.subject_kind, id: message.subject_id, timingVersion: message.timing_version },
    language,
    rule: message.rule,
    messageId: message.id,
    address: message.address ?? undefined,
  };
}
