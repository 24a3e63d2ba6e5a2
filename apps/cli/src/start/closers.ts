/** What must be stopped again, in reverse order. One that fails to stop does not keep the others running. */
export class Closers {
  private readonly closers: (() => Promise<void> | void)[] = [];

  add(close: () => Promise<void> | void): void {
    this.closers.push(close);
  }

  /** Answers what went wrong. */
  async closeAll(): Promise<readonly unknown[]> {
    const troubles: unknown[] = [];
    for (let close = this.closers.pop(); close; close = this.closers.pop()) {
      try {
        await close();
      } catch (error) {
        troubles.push(error);
      }
    }
    return troubles;
  }
}
