import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Page, type PageRequest } from '@app/platform';
import { NoticeReads, type NoticeRow } from '../persistence/notice.reads.js';

/** The notices of the person signed in. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeReads,
  ) {}

  list(actor: Actor, unreadOnly: boolean, page: PageRequest): Promise<Page<NoticeRow>> {
    return this.database.as(actor, (tx) => this.notices.list(tx, { personId: reader(actor), unreadOnly }, page));
  }

  unread(actor: Actor): Promise<number> {
    return this.database.as(actor, (tx) => this.notices.unread(tx, reader(actor)));
  }

  /** All of them, or those named; ids of others' notices change nothing. Answers how many are still unread. */
  markRead(actor: Actor, ids?: readonly string[]): Promise<number> {
    return this.database.as(actor, async (tx) => {
      await this.notices.mark(tx, reader(actor), ids);
      return this.notices.unread(tx, reader(actor));
    });
  }
}

function reader(actor: Actor): string {
  if (!actor.personId) throw new Error('Notices belong to a person.');
  return actor.personId;
}
