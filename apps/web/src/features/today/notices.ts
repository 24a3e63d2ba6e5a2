import { useState } from 'react';
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

/**
 * What was marked as read is read at once; when nobody answers it is unread again. Never wrong for long: to mark what is marked already
 * does nothing, and the server refuses nobody his own notices.
 */
export function useMarkRead(onFailed: () => void): { readonly isRead: (notice: Notice) => boolean; readonly mark: (marked: readonly Notice[], all: boolean) => Promise<void> } {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const mark = async (some: readonly Notice[], all: boolean): Promise<void> => {
    const ids = some.map(({ id }) => id);
    setMarked((before) => new Set([...before, ...ids]));
    try {
      await mutate(MarkNoticesReadDocument, { input: { ids: all ? null : ids } });
    } catch {
      setMarked((before) => new Set([...before].filter((id) => !ids.includes(id))));
      onFailed();
    }
  };
  return { isRead: (notice) => notice.readAt !== null || marked.has(notice.id), mark };
}
