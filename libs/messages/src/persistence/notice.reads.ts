import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest, type Tx } from '@app/platform';

export interface NoticeRow {
  readonly id: string;
  readonly organisationId: string | null;
  readonly type: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly language: string;
  readonly title: string;
  readonly body: string;
  readonly link: string | null;
  readonly at: Date;
  readonly readAt: Date | null;
}

const LIST = `
  select id, organisation_id as "organisationId", type, subject_kind as "subjectKind", subject_id as "subjectId", language, title, body, link, at, read_at as "readAt"
  from notice where person_id = $1 and (not $2 or read_at is null) and ($3::uuid is null or id < $3) order by id desc limit $4`;
const UNREAD = 'select count(*)::int as unread from notice where person_id = $1 and read_at is null';
const MARK = 'update notice set read_at = app.now() where person_id = $1 and read_at is null and ($2::uuid[] is null or id = any ($2))';

@Injectable()
export class NoticeReads {
  /** A person's notices, the newest first. */
  async list(tx: Tx, reader: { readonly personId: string; readonly unreadOnly: boolean }, page: PageRequest): Promise<Page<NoticeRow>> {
    const rows = await tx.query<NoticeRow>(LIST, [reader.personId, reader.unreadOnly, page.after?.[0] ?? null, page.first + 1]);
    return pageOf(rows, page.first);
  }

  async unread(tx: Tx, personId: string): Promise<number> {
    const [row] = await tx.query<{ unread: number }>(UNREAD, [personId]);
    return row?.unread ?? 0;
  }

  async mark(tx: Tx, personId: string, ids?: readonly string[]): Promise<void> {
    await tx.query(MARK, [personId, ids ?? null]);
  }
}
