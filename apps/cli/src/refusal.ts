/** Something that the person who typed the command can mend. Each reason says what, where and how. */
export class Refusal extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(reasons.join('\n'));
  }

  static because(...lines: readonly string[]): Refusal {
    return new Refusal([lines.join(' ')]);
  }
}

export const errorCode = (error: unknown): string | undefined => (error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined);
