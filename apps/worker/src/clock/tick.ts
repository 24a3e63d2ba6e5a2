/** Work that is due again and again, in one worker at a time. Fixed distances: nothing that a person waits for hangs on a wall clock here. */
export interface Tick {
  readonly name: string;
  readonly everySeconds: number;
  /** Doing it twice does no harm. */
  run(): Promise<unknown>;
}
