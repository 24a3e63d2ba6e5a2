import { UnreadNoticesDocument } from '~/generated/app/graphql';
import { useRead } from '~/lib/api/use-api';

/** How many notices of the person are unread. */
export function useUnread(): number {
  return useRead(UnreadNoticesDocument, {}).data?.unreadNotices.unread ?? 0;
}
