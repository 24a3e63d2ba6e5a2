/** Why the sign-in page is shown; the server names them too when it sends a browser there. */
export const signInReasons = ['account', 'ended', 'code', 'confirm-by-mail', 'provider', 'suspended', 'wait'] as const;
export type SignInReason = (typeof signInReasons)[number];

/** Under this name the sign-in page finds where the person who just signed out here may sign out as well. Never in the address: it would lead anywhere. */
export const SIGN_OUT_THERE = 'tremplin.sign-out-there';
