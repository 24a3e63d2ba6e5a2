import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/**
 * How the sink behaves: takes everything; closes the service (421); mailbox busy (450); mailbox unknown (550); letter refused (554); takes the letter and
 * never answers; takes it and cuts the line.
 */
export type SinkMode = 'ok' | '421' | '450' | '550' | '554' | 'hang-after-data' | 'cut-after-data';

export interface SunkMail {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
  readonly at: number;
}

interface SinkOptions {
  /** Milliseconds that the server takes for each letter. */
  readonly delay?: number;
  readonly port?: number;
}

/** A real SMTP server that keeps what it is given. */
export class SmtpSink {
  readonly mails: SunkMail[] = [];
  mode: SinkMode = 'ok';
  /** Answers for single recipients, before the general mode. */
  readonly modeOf = new Map<string, SinkMode>();
  private server?: SMTPServer;
  private port = 0;

  constructor(private readonly options: SinkOptions = {}) {}

  static async open(options: SinkOptions = {}): Promise<SmtpSink> {
    const sink = new SmtpSink(options);
    await sink.up(options.port);
    return sink;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Listens again, on the port that it had. */
  async up(port = this.port): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      onConnect: (_session, callback) => callback(this.mode === '421' ? refusal(421, 'Service not available, closing transmission channel') : null),
      onRcptTo: (address, _session, callback) => callback(this.refusalOf(address.address, 'recipient')),
      onData: (stream, session, callback) => void this.take(stream, session, callback),
    });
    server.on('error', () => undefined);
    this.server = server;
    await once(server.listen(port, '127.0.0.1'), 'listening');
    this.port = (server.server.address() as AddressInfo).port;
  }

  /** Goes away: connections are cut, new ones refused. */
  async down(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.cut();
    this.server = undefined;
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  idsOf(): string[] {
    return this.mails.map((mail) => mail.messageId);
  }

  async read(mail: SunkMail | undefined): Promise<Email> {
    if (!mail) throw new Error('There is no such mail.');
    return PostalMime.parse(mail.raw);
  }

  private modeFor(address: string): SinkMode {
    return this.modeOf.get(address.toLowerCase()) ?? this.mode;
  }

  private refusalOf(address: string, stage: 'recipient' | 'letter'): Error | null {
    const mode = this.modeFor(address);
    if (stage === 'letter') return mode === '554' ? refusal(554, '5.7.1 Letter refused') : null;
    if (mode === '450') return refusal(450, '4.2.0 Mailbox busy, try later');
    return mode === '550' ? refusal(550, '5.1.1 No such user') : null;
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession, callback: (error?: Error | null) => void): Promise<void> {
    const raw = await wholeOf(stream);
    // The sender died in the middle: a letter without an end was never received.
    if (raw === undefined) return;
    const to = session.envelope.rcptTo[0]?.address ?? '';
    const mode = this.modeFor(to);
    const refused = this.refusalOf(to, 'letter');
    if (refused) return callback(refused);
    this.mails.push({ to, raw, messageId: /^message-id:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? '', at: Date.now() });
    if (mode === 'hang-after-data') return;
    if (mode === 'cut-after-data') return this.cut();
    if (this.options.delay) await pause(this.options.delay);
    callback();
  }

  private cut(): void {
    this.server?.connections.forEach((connection: unknown) => (connection as { _socket?: { destroy(): void } })._socket?.destroy());
  }
}

async function wholeOf(stream: SMTPServerDataStream): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  } catch {
    return undefined;
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
