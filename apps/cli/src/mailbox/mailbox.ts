import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { Letters } from './letters.js';
import { letterPage, listPage } from './page.js';

interface MailboxOptions {
  readonly host: string;
  readonly smtpPort: number;
  readonly webPort: number;
  /** Host names under which the page may be asked for; anything else is another site that points its name here. */
  readonly names: readonly string[];
  /** Where the mails are kept over a restart; without it they live as long as the process. */
  readonly file?: string;
}

const LARGEST_MAIL = 25 << 20;
const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'";
const LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";

/**
 * The mailbox for development: takes every mail by SMTP and shows it on a page (`/`) and as JSON (`GET /letters.json`,
 * `DELETE /letters.json` with the header `x-mailbox: clear` empties it). No mail is passed on.
 */
export class Mailbox {
  readonly letters: Letters;
  private readonly smtp: SMTPServer;
  private readonly web: Server;

  private constructor(private readonly options: MailboxOptions) {
    this.letters = new Letters(options.file);
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      size: LARGEST_MAIL,
      logger: false,
      onAuth: (_auth, _session, callback) => callback(null, { user: 'anybody' }),
      onData: (stream, session, callback) => void this.take(stream, session).then(() => callback(), callback),
    });
    // A client that hangs up in the middle of a mail is the client's affair.
    this.smtp.on('error', () => undefined);
    this.web = createServer((request, response) => this.answer(request, response));
  }

  static async open(options: MailboxOptions): Promise<Mailbox> {
    const mailbox = new Mailbox(options);
    await new Promise<void>((resolve, reject) => mailbox.smtp.server.once('error', reject).once('listening', resolve).listen(options.smtpPort, options.host));
    await new Promise<void>((resolve, reject) => mailbox.web.once('error', reject).once('listening', resolve).listen(options.webPort, options.host));
    return mailbox;
  }

  get smtpUrl(): string {
    return `smtp://${this.options.names[0]}:${this.options.smtpPort}`;
  }

  get url(): string {
    return `http://${this.options.names[0]}:${this.options.webPort}`;
  }

  async close(): Promise<void> {
    this.web.closeAllConnections();
    await Promise.all([new Promise<void>((resolve) => this.smtp.close(() => resolve())), new Promise<void>((resolve) => this.web.close(() => resolve()))]);
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer);
    if (stream.sizeExceeded) throw Object.assign(new Error('The mail is too large'), { responseCode: 552 });
    const { mailFrom, rcptTo } = session.envelope;
    await this.letters.receive(Buffer.concat(parts), { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((to) => to.address) });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://mailbox');
    if (!this.options.names.includes(hostName(request.headers.host))) return reply(response, words(403, 'Ask for the mailbox by the address that the start printed.'));
    if (pathname === '/letters.json') return void this.answerJson(request, response).catch((error: unknown) => reply(response, words(500, `The file of the mails cannot be written: ${String(error)}`)));
    if (request.method !== 'GET') return reply(response, words(405, 'Only GET.'));
    if (pathname === '/') return reply(response, { body: listPage(this.letters.all()) });
    this.answerLetter(pathname, response);
  }

  private answerLetter(pathname: string, response: ServerResponse): void {
    const [, id = '', view] = /^\/letters\/([\w-]+)(\/html)?$/.exec(pathname) ?? [];
    const letter = this.letters.get(id);
    if (!letter) return reply(response, words(404, 'There is no such mail.'));
    reply(response, view ? { body: letter.html ?? '', policy: LETTER_POLICY } : { body: letterPage(letter) });
  }

  private async answerJson(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'DELETE' && request.headers['x-mailbox'] === 'clear') await this.letters.clear();
    else if (request.method !== 'GET') return reply(response, words(405, 'GET, or DELETE with the header "x-mailbox: clear".'));
    reply(response, { type: 'application/json', body: JSON.stringify({ letters: this.letters.all() }) });
  }
}

const hostName = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '');

interface Answer {
  readonly body: string;
  readonly status?: number;
  readonly type?: string;
  readonly policy?: string;
}

const words = (status: number, body: string): Answer => ({ status, type: 'text/plain', body });

function reply(response: ServerResponse, { body, status = 200, type = 'text/html', policy = PAGE_POLICY }: Answer): void {
  const headers = { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };
  response.writeHead(status, headers).end(body);
}
