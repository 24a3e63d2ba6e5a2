import { randomUUID } from 'node:crypto';
import PostalMime, { type Address } from 'postal-mime';

/** A mail as the mailbox shows it. */
export interface Letter {
  readonly id: string;
  readonly receivedAt: string;
  /** The envelope: who really gets it, whatever the headers say. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly html?: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
}

const MOST = 1_000;

/** The mails of this run, newest first. Kept in memory: they are made for reading, and the rows they came from are kept. */
export class Letters {
  private readonly kept: Letter[] = [];

  all(): readonly Letter[] {
    return this.kept;
  }

  get(id: string): Letter | undefined {
    return this.kept.find((letter) => letter.id === id);
  }

  clear(): void {
    this.kept.length = 0;
  }

  async receive(raw: Buffer, envelope: Letter['envelope']): Promise<void> {
    const mail = await PostalMime.parse(raw);
    this.kept.unshift({
      id: randomUUID(),
      receivedAt: new Date().toISOString(),
      envelope,
      from: mail.from ? written(mail.from) : '',
      to: (mail.to ?? []).map(written),
      subject: mail.subject ?? '',
      messageId: mail.messageId,
      headers: Object.fromEntries(mail.headers.map((header) => [header.key, header.value])),
      text: mail.text,
      html: mail.html,
      attachments: mail.attachments.map(({ filename, mimeType, content }) => ({ name: filename ?? '', type: mimeType, size: typeof content === 'string' ? content.length : content.byteLength })),
    });
    this.kept.length = Math.min(this.kept.length, MOST);
  }
}

const written = (address: Address): string => (address.address ? (address.name ? `${address.name} <${address.address}>` : address.address) : address.name);
