import { type Element, type ElementContent, type Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { spacedTargets } from '../reading/documents/spaced-targets.js';

/** Where references in a text lead on the page. */
export interface Places {
  /** The address of an image in the course; undefined where there is none. */
  readonly image: (target: string) => { readonly src: string; readonly width?: number | null; readonly height?: number | null } | undefined;
  /** The address of a link within the course; undefined where it leads nowhere that a reader may go. */
  readonly link: (target: string) => string | undefined;
}

export interface TocEntry {
  /** The same in all languages of a text: the n-th heading. */
  readonly id: string;
  readonly depth: number;
  readonly text: string;
}

export interface RenderedText {
  /** Without anything active: no scripts, no styles, no handlers, no addresses but ours and the web's. */
  readonly html: string;
  readonly toc: readonly TocEntry[];
}

const attributes = defaultSchema.attributes ?? {};
/** What GitHub shows, without ids and names of the author's own, which could stand in for ours. */
const schema: Schema = {
  ...defaultSchema,
  clobber: [],
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'embed'],
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
  attributes: {
    ...attributes,
    '*': (attributes['*'] ?? []).filter((name) => typeof name === 'string' && !['id', 'name', 'itemProp', 'itemScope', 'itemType', 'action', 'target', 'method', 'accept', 'enctype', 'tabIndex'].includes(name)),
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
  },
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => name !== 'picture' && name !== 'source'),
};

const toHast = unified().use(remarkParse).use(remarkGfm).use(() => spacedTargets).use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: 's-' }).use(rehypeRaw).use(rehypeSanitize, schema);
const toHtml = unified().use(rehypeStringify);

/** Markdown as HTML that a page can take in as it is (case 34). The first heading is left out where it repeats the title. */
export async function renderMarkdown(markdown: string, title: string, places: Places, headings: readonly number[] = []): Promise<RenderedText> {
  const tree: Root = await toHast.run(toHast.parse(markdown));
  dropTitle(tree, title);
  const { toc, slugs } = numberHeadings(tree);
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'img' && parent && index !== undefined) parent.children.splice(index, 1, image(element, places));
    else if (element.tagName === 'a') link(element, places, slugs);
    else if (element.tagName === 'table' && parent && index !== undefined) {
      // Wide tables scroll by themselves, also by keyboard.
      parent.children.splice(index, 1, { type: 'element', tagName: 'div', properties: { className: ['table-scroll'], tabIndex: 0 }, children: [element] });
      return [SKIP, index + 1];
    }
    return undefined;
  });
  for (const heading of headings) addSlot(tree, heading);
  return { html: toHtml.stringify(tree), toc };
}

/** An empty place at the end of what stands below the n-th heading: the page puts a quiz into it. A text with fewer headings has it at its end. */
function addSlot(tree: Root, heading: number): void {
  const numberOf = (node: Root['children'][number]): number => {
    let first = 0;
    visit(node, 'element', (element) => {
      if (first === 0 && isHeading(element)) first = Number(string(element.properties['id']).slice(2));
    });
    return first;
  };
  const next = tree.children.findIndex((node) => numberOf(node) > heading);
  tree.children.splice(next < 0 ? tree.children.length : next, 0, { type: 'element', tagName: 'div', properties: { id: `below-${heading}` }, children: [] });
}

const isHeading = (node: Root['children'][number] | ElementContent): node is Element => node.type === 'element' && /^h[1-6]$/.test(node.tagName);
const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

function dropTitle(tree: Root, title: string): void {
  const at = tree.children.findIndex(isHeading);
  const heading = tree.children[at];
  if (heading && isHeading(heading) && plain(toString(heading)) === plain(title)) tree.children.splice(at, 1);
}

/** Headings get ids by their number, so that a place is found again in another language; the page's own title is the only h1. */
function numberHeadings(tree: Root): { readonly toc: readonly TocEntry[]; readonly slugs: ReadonlyMap<string, string> } {
  const toc: TocEntry[] = [];
  const slugs = new Map<string, string>();
  visit(tree, 'element', (element) => {
    if (!isHeading(element)) return;
    const text = toString(element).trim();
    const id = `s-${toc.length + 1}`;
    const depth = Math.max(2, Number(element.tagName.slice(1)));
    slugs.set(slug(text), id);
    element.tagName = `h${depth}`;
    element.properties = { id };
    toc.push({ id, depth, text });
  });
  return { toc, slugs };
}

/** As GitHub names headings: authors link to each other by it. */
const slug = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replace(/\s/g, '-');
const text = (value: string): ElementContent => ({ type: 'text', value });
const string = (value: unknown): string => (typeof value === 'string' ? value : '');

function image({ properties }: Element, places: Places): ElementContent {
  const [src, alt] = [string(properties['src']), string(properties['alt'])];
  // Another site would learn who reads what: a link says so before, a picture does not.
  if (/^https?:/i.test(src)) return { type: 'element', tagName: 'a', properties: { href: src, rel: ['noopener', 'noreferrer'] }, children: [text(alt || src)] };
  const place = places.image(src);
  if (!place) return { type: 'element', tagName: 'span', properties: { className: ['image-missing'] }, children: [text(alt || src)] };
  return { type: 'element', tagName: 'img', properties: { src: place.src, alt, loading: 'lazy', decoding: 'async', width: place.width ?? undefined, height: place.height ?? undefined }, children: [] };
}

function link(element: Element, places: Places, slugs: ReadonlyMap<string, string>): void {
  const href = string(element.properties['href']);
  if (href.startsWith('#')) {
    element.properties['href'] = `#${slugs.get(decoded(href.slice(1)).toLowerCase()) ?? href.slice(1)}`;
    return;
  }
  const target = places.link(href) ?? (/^(https?|mailto):/i.test(href) ? href : undefined);
  if (target === undefined) element.tagName = 'span';
  element.properties = target === undefined ? { className: ['link-missing'] } : { href: target, ...(/^https?:/i.test(target) ? { rel: ['noopener', 'noreferrer'] } : {}) };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
