import { Injectable } from '@nestjs/common';
import { Actor, Database, isUuid } from '@app/platform';
import { MessageTypes } from './message-types.js';

/** One click in a mail program, without sign-in: switches one optional kind off for the person whose mail holds the key (RFC 8058). */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly database: Database,
    private readonly types: MessageTypes,
  ) {}

  /** Whether such a kind can be switched off at all. */
  knows(type: string): boolean {
    return this.types.get(type)?.optional ?? false;
  }

  /** Answers false for a key that no mail holds and for a kind that is not optional, in the same way. */
  async execute(key: string, type: string): Promise<boolean> {
    if (!isUuid(key) || !this.knows(type)) return false;
    return this.database.as(Actor.anonymous(), async (tx) => {
      const [row] = await tx.query<{ known: boolean }>('select app.mute_message_type($1, $2) as known', [key, type]);
      return row?.known ?? false;
    });
  }
}
