import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of a sealed secret, so that another way of sealing can follow without guessing. */
const AES_256_GCM = 1;

/**
 * Seals the few secrets that must be read again (second factor, sign-in providers) with AES-256-GCM under a key derived from
 * SECRET_KEY. What is only compared (tokens, passwords) is hashed instead.
 */
@Injectable()
export class SecretBox {
  constructor(private readonly settings: Settings) {}

  /** `context` names the place ("second-factor:<person id>"): a sealed secret that was copied to another row cannot be opened there. */
  seal(context: string, secret: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key(), nonce).setAAD(Buffer.from(context));
    return Buffer.concat([Buffer.of(AES_256_GCM), nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** Throws when the secret was sealed elsewhere, was altered, or SECRET_KEY is not the one it was sealed with. */
  open(context: string, sealed: Buffer): string {
    if (sealed[0] !== AES_256_GCM) throw new Error('A stored secret is sealed in a way that this version does not know.');
    const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.key(), nonce).setAAD(Buffer.from(context));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  private key(): Buffer {
    const secret = this.settings.SECRET_KEY;
    if (!secret) throw new Error('SECRET_KEY is not set: secrets can neither be stored nor read.');
    return Buffer.from(hkdfSync('sha256', secret, '', 'tremplin stored secrets', 32));
  }
}
