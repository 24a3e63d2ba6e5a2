/** What the move under examination changes: broken hard rules and soft cost. All parts write into one of these. */
export class Tally {
  hard = 0;
  soft = 0;

  reset(): void {
    this.hard = 0;
    this.soft = 0;
  }
}
