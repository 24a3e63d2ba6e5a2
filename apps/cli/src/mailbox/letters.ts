import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
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

/** The mails, newest first. With a file they outlive the run: one line each, the newest last. */
export class Letters {
  private readonly kept: Letter[];

  constructor(private readonly file?: string) {
    this.kept = file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(letterIn).reverse().slice(0, MOST) : [];
  }

  all(): readonly Letter[] {
    return this.kept;
  }

  get(id: string): Letter | undefined {
    return this.kept.find((letter) => letter.id === id);
  }

  async clear(): Promise<void> {
    this.kept.length = 0;
    if (this.file) await writeFile(this.file, '');
  }

  async receive(raw: Buffer, envelope: Letter['envelope']): Promise<void> {
    const mail = await PostalMime.parse(raw);
    const letter: Letter = {
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
    };
    this.kept.unshift(letter);
    if (this.file) await appendFile(this.file, `${JSON.stringify(letter)}\n`);
    if (this.kept.length > MOST * 2) await this.thinOut();
  }

  /** Now and then, so that neither the file nor the memory grows for ever. */
  private async thinOut(): Promise<void> {
    this.kept.length = MOST;
    if (this.file) await writeFile(this.file, this.kept.map((letter) => `${JSON.stringify(letter)}\n`).reverse().join(''));
  }
}

/** A line that was cut off when the process was killed is no letter. */
function letterIn(line: string): readonly Letter[] {
  if (!line.endsWith('}')) return [];
  try {
    return [JSON.parse(line) as Letter];
  } catch {
    return [];
  }
}

const written = (address: Address): string => (address.address ? (address.name ? `${address.name} <${address.address}>` : address.address) : address.name);
