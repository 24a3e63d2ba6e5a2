import { isNativeError } from 'node:util/types';
import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';

/** The error of PostgreSQL inside whatever wraps it. */
export function postgresError(error: unknown): DatabaseError | undefined {
  if (error instanceof DatabaseError) return error;
  if (error instanceof QueryFailedError && error.driverError instanceof DatabaseError) return error.driverError;
  return undefined;
}

/** True when this named constraint refused the row: the second net under a check that a race slipped through. */
export function violates(error: unknown, constraint: string): boolean {
  return postgresError(error)?.constraint === constraint;
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK_DETECTED = '40P01';

/** Failures that go away when the whole transaction is run again. */
export function isTransient(error: unknown): boolean {
  const code = postgresError(error)?.code;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED;
}

const UNAVAILABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', '57P01', '57P02', '57P03', '53300', '53100', '08000', '08003', '08006']);

/** The database cannot be reached or cannot take more work now: an answer 503, not a bug. */
export function isUnavailable(error: unknown): boolean {
  // The network's own errors come from another realm when the code runs inside a sandbox, as it does under Jest.
  if (!isNativeError(error)) return false;
  const code = postgresError(error)?.code ?? (error as NodeJS.ErrnoException).code;
  if (code !== undefined && UNAVAILABLE.has(code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Driver not Connected/.test(error.message);
}
