/** What the doctor found at one place. */
export interface Finding {
  readonly check: string;
  /** `warning`: it runs, but somebody should look. `bad`: it does not run, or not safely. */
  readonly state: 'good' | 'warning' | 'bad';
  readonly found: string;
  /** What to do about it. */
  readonly mend?: string;
}

export const good = (check: string, found: string): Finding => ({ check, state: 'good', found });
export const warning = (check: string, found: string, mend: string): Finding => ({ check, state: 'warning', found, mend });
export const bad = (check: string, found: string, mend: string): Finding => ({ check, state: 'bad', found, mend });

/** Runs an examination; one that breaks off is itself a finding. */
export async function examined(check: string, mend: string, work: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await work();
  } catch (error) {
    return [bad(check, wordsOf(error), mend)];
  }
}

/** Node joins the attempts of all addresses of a host into one error without a message. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(wordsOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
