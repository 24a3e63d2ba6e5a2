import { type Link, type Image, type PhrasingContent, type Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const SPACED = /(!?)\[([^[\]]*)\]\(([^()<>\n]*[^()<>\s][ ][^()<>\n]*\.(?:png|jpe?g|gif|webp|svg|md|markdown|ipynb)(?:#[^\s()]*)?)\)/gi;

/** `![A map](my map.png)` is no image in Markdown, for its target has a blank; authors on Windows mean one all the same, and some editors show it. */
export function spacedTargets(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('](')) return undefined;
    const parts: PhrasingContent[] = [];
    let from = 0;
    for (const match of node.value.matchAll(SPACED)) {
      const [whole, bang = '', label = '', target = ''] = match;
      if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
      const place = { url: encodeURI(target.trim()), position: node.position };
      parts.push(bang ? ({ type: 'image', alt: label, ...place } satisfies Image) : ({ type: 'link', children: [{ type: 'text', value: label }], ...place } satisfies Link));
      from = match.index + whole.length;
    }
    if (from === 0) return undefined;
    if (from < node.value.length) parts.push({ type: 'text', value: node.value.slice(from) });
    parent.children.splice(index, 1, ...(parts as never[]));
    return [SKIP, index + parts.length];
  });
}
