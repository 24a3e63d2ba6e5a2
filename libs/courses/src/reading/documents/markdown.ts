import { type Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { spacedTargets } from './spaced-targets.js';
import { oneLine } from './storable.js';

export interface Reference {
  readonly target: string;
  readonly line: number;
}

export interface MarkdownFacts {
  /** Text of the first heading of the first level, else of the first heading. */
  readonly title?: string;
  /** Whether that heading is of the first level. */
  readonly isTitled: boolean;
  readonly headings: readonly string[];
  readonly links: readonly Reference[];
  readonly images: readonly Reference[];
  /** Active HTML that readers will never see: scripts, frames, event handlers. */
  readonly active: readonly { readonly element: string; readonly line: number }[];
  /** Rows of all tables as plain text. */
  readonly tableRows: readonly (readonly string[])[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(() => spacedTargets);

export const parseMarkdown = (markdown: string): Root => parser.runSync(parser.parse(markdown)) as Root;

/** What a Markdown text refers to, with lines counted from the first line of the file. */
export function inspectMarkdown(markdown: string, linesBefore = 0): MarkdownFacts {
  const tree = parseMarkdown(markdown);
  const lineOf = (node: { position?: { start: { line: number } } }): number => (node.position?.start.line ?? 1) + linesBefore;
  const links: Reference[] = [];
  const images: Reference[] = [];
  const active: { element: string; line: number }[] = [];
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') links.push({ target: node.url, line: lineOf(node) });
    else if (node.type === 'image') images.push({ target: node.url, line: lineOf(node) });
    else if (node.type === 'html') readHtml(node.value, lineOf(node), { images, active });
  });
  return { ...headingsOf(tree), links, images, active, tableRows: tableRowsOf(tree) };
}

function headingsOf(tree: Root): Pick<MarkdownFacts, 'title' | 'isTitled' | 'headings'> {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const first = headings.find((heading) => heading.depth === 1) ?? headings[0];
  return { title: first ? tidyTitle(toString(first)) : undefined, isTitled: first?.depth === 1, headings: headings.map((heading) => toString(heading)) };
}

/** A title without the pictograms that authors put before it. */
function tidyTitle(title: string): string | undefined {
  return oneLine(title).replace(/^[\p{Extended_Pictographic}\u{FE0F}\u{200D}\s]+/u, '').trim() || undefined;
}

function tableRowsOf(tree: Root): string[][] {
  const rows: string[][] = [];
  visit(tree, 'tableRow', (row) => {
    rows.push(row.children.map((cell) => toString(cell).trim()));
  });
  return rows;
}

// No part of these may run over another "<": a text of a million of them would take for ever.
const ACTIVE_ELEMENT = /<(script|iframe|object|embed|form|style|link|meta|base)\b|<[a-z][^<>]*\s(on[a-z]+)\s*=|(javascript):/gi;
const IMAGE_ELEMENT = /<img\b[^<>]*\bsrc\s*=\s*["']([^"'<>]+)["']/gi;

function readHtml(html: string, line: number, into: { images: Reference[]; active: { element: string; line: number }[] }): void {
  const lineAt = (index: number): number => line + (html.slice(0, index).match(/\n/g)?.length ?? 0);
  for (const match of html.matchAll(IMAGE_ELEMENT)) into.images.push({ target: match[1] ?? '', line: lineAt(match.index) });
  for (const match of html.matchAll(ACTIVE_ELEMENT)) into.active.push({ element: (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase(), line: lineAt(match.index) });
}
