/** Why something was moved or cancelled, in one word of a list: it is told to everybody concerned, so it names nobody and no illness. */
export const changeReasons = ['trainer-away', 'room-away', 'closure', 'weather', 'strike', 'request'] as const;
export type ChangeReason = (typeof changeReasons)[number];
