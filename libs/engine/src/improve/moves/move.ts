/** A way to change a plan: makes its steps in the state, or says that nothing came of it (the caller rolls back). */
export interface Move {
  readonly name: string;
  propose(): boolean;
  /** The last proposal was taken. */
  taken?(): void;
}
