/**
 * The one source of "now" in application code; the database has its own, app.now(). Domain rules take the instant as a parameter.
 * Tests put another clock in its place.
 */
export class Clock {
  now(): Date {
    return new Date();
  }
}
