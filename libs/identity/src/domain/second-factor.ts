import { randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;
const CODE = /^\d{6}$/;
/** Without the letters and figures that are mistaken for each other when read from paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 16;
const HOW_MANY = 10;

/** A new TOTP secret (160 bits, Base32) and the address that an authenticator app reads from a QR code. */
export function newSecret(account: string): { secret: string; uri: string } {
  const secret = generateSecret({ length: 20 });
  return { secret, uri: uriOf(secret, account) };
}

export function uriOf(secret: string, account: string): string {
  return generateURI({ issuer: 'Tremplin', label: account, secret });
}

/**
 * The time step (RFC 6238) that the code belongs to, or undefined when it is wrong. One step of tolerance on both sides for slow
 * hands and wrong clocks. `afterStep`: the step of the last accepted code; a code works once.
 */
export function stepOfCode(code: string, secret: string, { now, afterStep }: { now: Date; afterStep: number }): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!CODE.test(token)) return undefined;
  const result = verifySync({ strategy: 'totp', secret, token, epoch: Math.floor(now.getTime() / 1_000), epochTolerance: STEP_SECONDS });
  if (!result.valid || !('timeStep' in result)) return undefined;
  return result.timeStep > afterStep ? result.timeStep : undefined;
}

/** Ten codes of 16 characters (79 bits) for the day the device is lost: "k7fm-2wqa-…". */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: HOW_MANY }, () => {
    const letters = [...randomBytes(CODE_LENGTH * 2)].filter((byte) => byte < 248).map((byte) => LETTERS[byte % LETTERS.length]);
    return (letters.slice(0, CODE_LENGTH).join('').match(/.{4}/g) ?? []).join('-');
  });
}

/** The code as it is hashed: typed with or without hyphens, in capitals or not. Undefined when it cannot be one. */
export function recoveryCode(typed: string): string | undefined {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '');
  return plain.length === CODE_LENGTH ? plain : undefined;
}
