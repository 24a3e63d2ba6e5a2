import { createHash } from 'node:crypto';
import { basename, dirname } from 'node:path/posix';
import { type CurriculumText } from '../../domain/curriculum.js';
import { type Findings } from '../findings/finding.js';
import { decodeText } from '../source/decode-text.js';
import { type CurriculumSource } from '../source/curriculum-source.js';
import { type FrontMatter, type Head, headOf, splitFrontMatter } from './front-matter.js';
import { lineOfFault } from './json-fault.js';
import { inspectMarkdown, type MarkdownFacts } from './markdown.js';
import { readNotebook } from './notebook.js';
import { oneLine } from './storable.js';

/** A Markdown file or a notebook, read and inspected. */
export interface CurriculumDocument extends Head {
  readonly path: string;
  readonly markdown: string;
  readonly frontMatter: FrontMatter;
  /** The YAML head as it was written; of a notebook the notebook itself. */
  readonly source?: string;
  readonly facts: MarkdownFacts;
  /** MD5 of the file's bytes: what translation tools write down of the original they worked from. */
  readonly hash: string;
  /** In a translation: the hash of the original it was made from. */
  readonly originalHash?: string;
  /** Images that lie inside the file, by path from the root. */
  readonly attachments: ReadonlyMap<string, Buffer>;
}

export const isDocument = (path: string): boolean => /\.(md|markdown|ipynb)$/i.test(path);

const ORIGINAL_HASH = /"original_hash"\s*:\s*"([0-9a-f]{32})"/i;
/** Characters: twenty books; beyond it is data, or an attack on whoever reads it. */
const LONGEST_TEXT = 2_000_000;
const NO_ATTACHMENTS: ReadonlyMap<string, Buffer> = new Map();

interface Opened {
  readonly markdown: string;
  readonly frontMatter: FrontMatter;
  readonly source?: string;
  readonly linesBefore: number;
  readonly attachments: ReadonlyMap<string, Buffer>;
}

/** Where readers take documents from. */
export interface Shelf {
  /** Undefined where the file is not there or cannot be read as a document; then `findings` says why. */
  read(path: string): Promise<CurriculumDocument | undefined>;
}

/** Reads documents once each; findings about a file are reported when it is read. */
export class DocumentShelf implements Shelf {
  private readonly documents = new Map<string, Promise<CurriculumDocument | undefined>>();
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly source: CurriculumSource,
    private readonly findings: Findings,
  ) {
    this.known = new Set(source.paths);
  }

  /** The same documents under other paths. */
  through(place: (path: string) => string): Shelf {
    return {
      read: async (path) => {
        const document = await this.read(place(path));
        return document && { ...document, path };
      },
    };
  }

  read(path: string): Promise<CurriculumDocument | undefined> {
    const known = this.documents.get(path);
    if (known) return known;
    const reading = this.known.has(path) ? this.open(path) : Promise.resolve(undefined);
    this.documents.set(path, reading);
    return reading;
  }

  private async open(path: string): Promise<CurriculumDocument | undefined> {
    const bytes = await this.source.read(path);
    const { text, guessed } = decodeText(bytes);
    if (guessed) this.findings.warn('ENCODING_GUESSED', path, { values: { encoding: 'Windows-1252' } });
    const opened = path.toLowerCase().endsWith('.ipynb') ? this.openNotebook(path, text) : this.openMarkdown(path, text);
    const facts = opened && this.inspect(path, opened);
    if (!opened || !facts) return undefined;
    for (const { element, line } of facts.active) this.findings.warn('SCRIPT_REMOVED', path, { line, values: { element } });
    const hash = createHash('md5').update(bytes).digest('hex');
    const { markdown, frontMatter, source, attachments } = opened;
    return { ...headOf(frontMatter), path, markdown, frontMatter, source, facts, hash, originalHash: ORIGINAL_HASH.exec(text)?.[1], attachments };
  }

  private inspect(path: string, { markdown, linesBefore }: Opened): MarkdownFacts | undefined {
    if (markdown.length > LONGEST_TEXT) return void this.findings.refuse('TEXT_TOO_LONG', path, { values: { limit: LONGEST_TEXT / 1_000_000 } });
    try {
      return inspectMarkdown(markdown, linesBefore);
    } catch (error) {
      // Ten thousand quotes in each other exhaust the stack of whoever walks through them.
      if (!(error instanceof RangeError)) throw error;
      return void this.findings.refuse('TEXT_TOO_DEEP', path);
    }
  }

  private openMarkdown(path: string, text: string): Opened {
    const { frontMatter, body, head, linesBefore } = splitFrontMatter(text, path, this.findings);
    return { markdown: body, frontMatter, source: head, linesBefore, attachments: NO_ATTACHMENTS };
  }

  private openNotebook(path: string, text: string): Opened | undefined {
    const read = readNotebook(text, path);
    if ('reason' in read) return void this.findings.warn('NOTEBOOK_BROKEN', path, { line: lineOfFault(text, read.reason), values: { reason: read.reason } });
    if (read.isLighter) this.findings.warn('NOTEBOOK_OUTPUTS_LEFT', path);
    return { markdown: read.markdown, frontMatter: {}, source: read.head, linesBefore: 0, attachments: read.attachments };
  }
}

/** A document as a text of the curriculum; its heading is its title, else what its head says, else the file's name. */
export function asText(document: CurriculumDocument, findings: Findings, options: { title?: string; original?: CurriculumDocument } = {}): CurriculumText {
  const title = oneLine(options.title ?? titleOf(document));
  if (!title) findings.warn('NO_TITLE', document.path, { line: 1 });
  const olderThanOriginal = isOlder(document, options.original);
  if (olderThanOriginal) findings.warn('TRANSLATION_OLDER', document.path);
  return { title: title || titleFromName(document.path), markdown: document.markdown, head: document.source, file: document.path, olderThanOriginal };
}

function titleOf({ facts, title }: CurriculumDocument): string {
  return (facts.isTitled ? facts.title : undefined) ?? title ?? facts.title ?? '';
}

/** Whether a translation names another state of its original than the one that is there. */
function isOlder({ originalHash }: CurriculumDocument, original?: CurriculumDocument): boolean {
  return Boolean(original && originalHash && originalHash !== original.hash);
}

/** "2.1 IAM key concepts.md" and "3-making-decisions" as words; a README is called like its folder. */
export function titleFromName(path: string): string {
  const name = /^(readme|index)\.[a-z]+$/i.test(basename(path)) && dirname(path) !== '.' ? basename(dirname(path)) : basename(path);
  const words = name
    .replace(/\.(md|markdown|ipynb)$/i, '')
    .replace(/^[\d.]+[-_. )]*/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return oneLine(words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1));
}
