/** Something that must not happen and did: shown as such, with the reference that finds it in the log. */
export class ServiceFailure extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly requestId: string | undefined,
  ) {
    super(message);
  }
}

interface GraphqlError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export function failureOf(error: GraphqlError | undefined): ServiceFailure {
  return new ServiceFailure(error?.message ?? 'No answer.', text(error?.extensions?.code) ?? 'UNAVAILABLE', text(error?.extensions?.requestId));
}

let isLeaving = false;

/** Whoever signs out is on the way to the sign-in already: that what is still on the screen is refused needs no word. */
export function signingOut(is: boolean): void {
  isLeaving = is;
}

/** The session ended elsewhere: sign in again, and go on where one was. */
export function leaveIfSignedOut(code: unknown): void {
  if (isLeaving || code !== 'UNAUTHENTICATED' || location.pathname.startsWith('/sign-in')) return;
  const here = `${location.pathname}${location.search}`;
  location.assign(`/sign-in?${new URLSearchParams({ reason: 'ended', next: here }).toString()}`);
}
