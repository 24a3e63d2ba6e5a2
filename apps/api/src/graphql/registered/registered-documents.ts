import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** File that the web build leaves beside its pages: hash → document, as graphql-codegen writes it. */
export const REGISTERED_DOCUMENTS_FILE = 'persisted-documents.json';

/**
 * The documents that browsers may send: those of the web app of this very build. Programs with an API key send what they like within
 * the limits. With API_EXPLORER (development, tests) every document is welcome.
 */
export class RegisteredDocuments {
  private readonly byHash = new Map<string, string>();
  private readonly texts = new Set<string>();

  constructor(
    documents: Readonly<Record<string, string>>,
    /** Whether documents that are not registered are answered too. */
    readonly open: boolean,
  ) {
    for (const [hash, text] of Object.entries(documents)) this.register(hash, text);
  }

  static read(file: string, open: boolean): RegisteredDocuments {
    const documents = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
    return new RegisteredDocuments(documents, open);
  }

  get count(): number {
    return this.texts.size;
  }

  /** A document by the hash that the web build gave it, or by the SHA-256 of its text. */
  find(hash: string): string | undefined {
    return this.byHash.get(hash.replace(/^sha256:/, ''));
  }

  hasText(text: string): boolean {
    return this.texts.has(text);
  }

  private register(hash: string, text: string): void {
    this.byHash.set(hash, text);
    this.byHash.set(createHash('sha256').update(text).digest('hex'), text);
    this.texts.add(text);
  }
}
