// Backslashes count as slashes and tabs and line breaks are dropped when a browser reads an address.
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0020\u007f\\]/;
const ANY_ORIGIN = 'https://somewhere.example.org';

/** The path to go to after a sign-in, or "/" when what was asked for could lead to another site (case 8). */
export function returnPath(wish: string | undefined): string {
  if (!wish || wish.length > 1_000 || UNSAFE.test(wish) || !/^\/(?!\/)/.test(wish)) return '/';
  const target = URL.canParse(wish, ANY_ORIGIN) ? new URL(wish, ANY_ORIGIN) : undefined;
  const path = target && target.origin === ANY_ORIGIN ? `${target.pathname}${target.search}${target.hash}` : '/';
  // "/.//evil" becomes "//evil" when its dots are resolved.
  return /^\/(?!\/)/.test(path) ? path : '/';
}
