import { MarkNoticesReadDocument, NoticesDocument, type NoticesQuery } from '~/generated/today/graphql';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type Notice = NoticesQuery['notices']['nodes'][number];

export interface NoticesPage {
  readonly notices: readonly Notice[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export const useNotices = (after: string | undefined): Read<NoticesPage> =>
  readOf(useRead(NoticesDocument, { after }), ({ notices }) => ({ notices: notices.nodes, next: notices.pageInfo.hasNextPage ? notices.pageInfo.endCursor : null }));

/** Null marks them all. */
export const markRead = (ids: readonly string[] | null): Promise<unknown> => mutate(MarkNoticesReadDocument, { input: { ids } });
