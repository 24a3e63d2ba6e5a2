import { type Readable } from 'node:stream';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Settings } from '../config/settings.js';
import { type HandOver, readFailure, type SendError } from './hand-over.js';

/** One letter to one address that `mailAddress` accepted. */
export interface Letter {
  readonly to: string;
  /** With angle brackets; the same at every attempt. */
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** RFC 8058: an https address that a mail program may call without the reader's sign-in. */
  readonly unsubscribeUrl?: string;
  /** An iCalendar object with a METHOD: put into calendars by mail programs (RFC 6047), and attached for the others. */
  readonly calendar?: string;
}

type Pool = Pick<Transporter, 'sendMail' | 'use' | 'close' | 'verify'>;

/** Connections to the mail server: at least one letter can be on its way on each. */
export const MAIL_CONNECTIONS = 8;

/** Hands letters to the mail server of SMTP_URL over a pool of connections, one letter on a connection at a time. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private pool?: Pool;
  private readonly begun = new Map<string, Readable>();

  constructor(private readonly settings: Settings) {}

  get isConfigured(): boolean {
    return this.settings.SMTP_URL !== undefined;
  }

  /** What stands right of the @ in Message-IDs. */
  get domain(): string {
    return this.settings.MAIL_FROM.slice(this.settings.MAIL_FROM.lastIndexOf('@') + 1);
  }

  /** Never throws. After `deadline` milliseconds the connection is cut and the outcome read from how far it had come. */
  async send(letter: Letter, deadline: number): Promise<HandOver> {
    // Not AbortSignal.timeout: each of those fires in the end, long after the letter has left.
    const cut = new AbortController();
    const timer = setTimeout(() => cut.abort(new Error('No answer in time')), deadline);
    try {
      const sent = (await this.open().sendMail({ ...this.mail(letter), signal: cut.signal })) as { readonly response: string };
      return { kind: 'accepted', answer: sent.response };
    } catch (error) {
      return readFailure(error as SendError, this.begun.get(letter.id)?.readableDidRead ?? false);
    } finally {
      clearTimeout(timer);
      this.begun.delete(letter.id);
    }
  }

  /** Whether the server answers and takes our sign-in; undefined when it does, else the reason. */
  async fault(): Promise<string | undefined> {
    if (!this.isConfigured) return 'SMTP_URL is not set';
    try {
      await this.open().verify();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  onApplicationShutdown(): void {
    this.pool?.close();
    this.pool = undefined;
  }

  private mail(letter: Letter): Parameters<Pool['sendMail']>[0] {
    const headers: Record<string, string> = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    if (letter.unsubscribeUrl) {
      headers['List-Unsubscribe'] = `<${letter.unsubscribeUrl}>`;
      headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
    }
    return {
      from: { name: 'Tremplin', address: this.settings.MAIL_FROM },
      to: letter.to,
      // The envelope is the stored address, whatever a header parser would make of the "To" line.
      envelope: { from: this.settings.MAIL_FROM, to: letter.to },
      messageId: letter.id,
      subject: letter.subject.replace(/\s+/g, ' ').trim(),
      text: letter.text,
      html: letter.html,
      headers,
      icalEvent: letter.calendar === undefined ? undefined : { method: /^METHOD:(\w+)/m.exec(letter.calendar)?.[1] ?? 'REQUEST', filename: 'invite.ics', content: letter.calendar },
      disableFileAccess: true,
      disableUrlAccess: true,
    };
  }

  private open(): Pool {
    if (this.pool) return this.pool;
    const url = new URL(this.settings.SMTP_URL ?? 'smtp://127.0.0.1:25');
    const secure = url.protocol === 'smtps:';
    const pool: Pool = createTransport({
      pool: true,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port ? Number(url.port) : secure ? 465 : 587,
      secure,
      auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
      maxConnections: MAIL_CONNECTIONS,
      maxMessages: Infinity,
      connectionTimeout: 8_000,
      greetingTimeout: 8_000,
      socketTimeout: 20_000,
    });
    // Whether the server had begun to receive a letter: nodemailer reads the content only after the server said "go on".
    pool.use('stream', (mail, done) => {
      const { message } = mail;
      const create = message.createReadStream.bind(message);
      message.createReadStream = (...options) => {
        const content = create(...options);
        this.begun.set(String(mail.data.messageId), content);
        return content;
      };
      done();
    });
    this.pool = pool;
    return pool;
  }
}
