import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 URL-safe characters: for sessions, links, feeds and keys. Given out once, kept only as `hashToken`. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token. Enough without salt because the token itself is 256 random bits. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
