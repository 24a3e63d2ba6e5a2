import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import { type CurriculumText } from '../../domain/curriculum.js';
import { type Findings } from '../findings/finding.js';
import { decodeText } from '../source/decode-text.js';
import { type CurriculumSource } from '../source/curriculum-source.js';
import { type FrontMatter, splitFrontMatter } from './front-matter.js';
import { inspectMarkdown, type MarkdownFacts } from './markdown.js';
import { notebookToMarkdown } from './notebook.js';

/** A Markdown file or a notebook, read and inspected. */
export interface CurriculumDocument {
  readonly path: string;
  readonly markdown: string;
  readonly frontMatter: FrontMatter;
  /** The YAML head as it was written. */
  readonly head?: string;
  readonly facts: MarkdownFacts;
  /** MD5 of the file's bytes: what translation tools write down of the original they worked from. */
  readonly hash: string;
  /** In a translation: the hash of the original it was made from. */
  readonly originalHash?: string;
}

export const isDocument = (path: string): boolean => /\.(md|markdown|ipynb)$/i.test(path);

const ORIGINAL_HASH = /"original_hash"\s*:\s*"([0-9a-f]{32})"/i;

/** Reads documents once each; findings about a file are reported when it is read. */
export class DocumentShelf {
  private readonly documents = new Map<string, Promise<CurriculumDocument | undefined>>();

  constructor(
    private readonly source: CurriculumSource,
    private readonly findings: Findings,
  ) {}

  /** Undefined where the file is not there or cannot be read as a document; then `findings` says why. */
  read(path: string): Promise<CurriculumDocument | undefined> {
    const known = this.documents.get(path);
    if (known) return known;
    const reading = this.source.paths.includes(path) ? this.open(path) : Promise.resolve(undefined);
    this.documents.set(path, reading);
    return reading;
  }

  private async open(path: string): Promise<CurriculumDocument | undefined> {
    const bytes = await this.source.read(path);
    const { text, guessed } = decodeText(bytes);
    if (guessed) this.findings.warn('ENCODING_GUESSED', path, { values: { encoding: 'Windows-1252' } });
    const { frontMatter, body, head, linesBefore } = splitFrontMatter(text, path, this.findings);
    const markdown = path.toLowerCase().endsWith('.ipynb') ? this.openNotebook(path, body) : body;
    if (markdown === undefined) return undefined;
    const facts = inspectMarkdown(markdown, linesBefore);
    for (const { element, line } of facts.active) this.findings.warn('SCRIPT_REMOVED', path, { line, values: { element } });
    const hash = createHash('md5').update(bytes).digest('hex');
    return { path, markdown, frontMatter, head, facts, hash, originalHash: ORIGINAL_HASH.exec(text)?.[1] };
  }

  private openNotebook(path: string, text: string): string | undefined {
    const read = notebookToMarkdown(text);
    if ('markdown' in read) return read.markdown;
    this.findings.warn('NOTEBOOK_BROKEN', path, { values: { reason: read.reason } });
    return undefined;
  }
}

/** A document as a text of the curriculum; without a heading the file's name is its title. */
export function asText(document: CurriculumDocument, findings: Findings, options: { title?: string; original?: CurriculumDocument } = {}): CurriculumText {
  const title = options.title ?? document.facts.title;
  if (!title) findings.warn('NO_TITLE', document.path, { line: 1 });
  const olderThanOriginal = Boolean(options.original && document.originalHash && document.originalHash !== options.original.hash);
  if (olderThanOriginal) findings.warn('TRANSLATION_OLDER', document.path);
  return { title: title ?? titleFromName(document.path), markdown: document.markdown, head: document.head, file: document.path, olderThanOriginal };
}

/** "2.1 IAM key concepts.md" and "3-making-decisions" as words. */
export function titleFromName(path: string): string {
  const words = basename(path)
    .replace(/\.(md|markdown|ipynb)$/i, '')
    .replace(/^[\d.]+[-_. ]*/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? basename(path) : words.charAt(0).toUpperCase() + words.slice(1);
}
