/** The process's log, as a provider: `@Inject(LOG) private readonly log: Log`. */
export const LOG = Symbol('log');
