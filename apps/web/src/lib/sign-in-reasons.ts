/** Why the sign-in page is shown; the server names them too when it sends a browser there. */
export const signInReasons = ['ended', 'code', 'confirm-by-mail', 'provider', 'suspended', 'wait'] as const;
export type SignInReason = (typeof signInReasons)[number];
