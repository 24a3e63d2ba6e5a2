import { type Curriculum, type CurriculumImage } from '../domain/curriculum.js';
import { cleanImage, imageLimits } from '../domain/images/clean-image.js';
import { type Findings } from './findings/finding.js';
import { foldersAbove, resolveReference } from './path-index.js';
import { type Reference } from './documents/markdown.js';
import { type ReadingDesk } from './reader.js';

/**
 * Follows what the texts refer to: images that are there are taken, once each, as pictures and nothing more; images and links that lead
 * nowhere or out of the folder are reported with their line.
 */
export async function followReferences(curriculum: Curriculum, desk: ReadingDesk): Promise<readonly CurriculumImage[]> {
  const references = new References(desk);
  for (const file of filesOf(curriculum)) await references.of(file);
  for (const path of curriculum.keeps ?? []) references.keep(path);
  return references.images();
}

class References {
  private readonly known: ReadonlySet<string>;
  private readonly folders: ReadonlySet<string>;
  private readonly wanted = new Map<string, { readonly file: string; readonly line?: number }>();
  /** Authors on Windows and macOS never notice that they wrote another case, or an accent in one character or two. */
  private readonly folded: ReadonlyMap<string, string>;
  private readonly attachments = new Map<string, Buffer>();

  constructor(private readonly desk: ReadingDesk) {
    this.known = new Set(desk.source.paths);
    this.folded = new Map(desk.source.paths.map((path) => [folded(path), path]));
    this.folders = new Set(desk.source.paths.flatMap(foldersAbove));
  }

  async of(file: string): Promise<void> {
    const document = await this.desk.shelf.read(file);
    for (const [path, bytes] of document?.attachments ?? []) this.attachments.set(path, bytes);
    for (const image of document?.facts.images ?? []) this.image(file, image);
    for (const link of document?.facts.links ?? []) this.link(file, link);
  }

  keep(path: string): void {
    if (!this.wanted.has(path)) this.wanted.set(path, { file: path });
  }

  async images(): Promise<readonly CurriculumImage[]> {
    const taken: CurriculumImage[] = [];
    for (const [path, { file, line }] of this.wanted) {
      const inside = this.folded.get(folded(path));
      const image = cleanImage(path, this.attachments.get(path) ?? (await this.desk.source.read(inside ?? path)));
      if (typeof image !== 'string') taken.push({ path, image });
      else this.warn(this.desk.findings, image, { file, line, target: path });
    }
    return taken.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  private image(file: string, { target, line }: Reference): void {
    const found = resolveReference(file, target);
    if (found === 'elsewhere') return;
    if (found === 'outside') this.warn(this.desk.findings, 'IMAGE_OUTSIDE', { file, line, target });
    else {
      const path = found.paths.find((one) => this.holds(one));
      if (path === undefined) this.warn(this.desk.findings, 'IMAGE_MISSING', { file, line, target });
      else if (!this.wanted.has(path)) this.wanted.set(path, { file, line });
    }
  }

  private holds(path: string): boolean {
    return this.known.has(path) || this.attachments.has(path) || this.folded.has(folded(path));
  }

  private link(file: string, { target, line }: Reference): void {
    const found = resolveReference(file, target);
    if (found === 'elsewhere') return;
    const isThere = found !== 'outside' && found.paths.some((path) => this.holds(path) || this.folders.has(path.replace(/\/$/, '')));
    if (!isThere) this.warn(this.desk.findings, 'LINK_MISSING', { file, line, target });
  }

  private warn(findings: Findings, code: Parameters<Findings['warn']>[0], { file, line, target }: Partial<Reference> & { readonly file: string; readonly target: string }): void {
    findings.warn(code, file, { line, values: { target, megabytes: imageLimits.bytes / 1_000_000, megapixels: imageLimits.pixels / 1_000_000 } });
  }
}

const folded = (path: string): string => path.normalize('NFC').toLowerCase();

function filesOf(curriculum: Curriculum): ReadonlySet<string> {
  const texts = [
    curriculum.texts,
    ...curriculum.modules.flatMap((module) => [module.introduction, ...module.lessons.flatMap((lesson) => [lesson.texts, ...[...lesson.assignments, ...(lesson.materials ?? [])].map((part) => part.texts)])]),
  ];
  return new Set(texts.flatMap((perLanguage) => [...perLanguage.values()].map((text) => text.file)));
}
