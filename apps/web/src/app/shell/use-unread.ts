/** How many notices of the person are unread. */
export function useUnread(): number {
  return 0;
}
