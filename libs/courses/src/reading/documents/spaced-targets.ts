import { type Image, type Link, type PhrasingContent, type Root, type Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const SPACED = /(!?)\[([^[\]]*)\]\(([^()<>\n]*[^()<>\s][ ][^()<>\n]*\.(?:png|jpe?g|gif|webp|svg|md|markdown|ipynb)(?:#[^\s()]*)?)\)/gi;

/** `![A map](my map.png)` is no image in Markdown, for its target has a blank; authors on Windows mean one all the same, and some editors show it. */
export function spacedTargets(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('](')) return undefined;
    const parts = partsOf(node);
    if (parts.length < 2 && parts[0]?.type === 'text') return undefined;
    parent.children.splice(index, 1, ...(parts as never[]));
    return [SKIP, index + parts.length];
  });
}

function partsOf(node: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const match of node.value.matchAll(SPACED)) {
    const [whole, bang, label = '', target = ''] = match;
    if (match.index > from) parts.push({ type: 'text', value: node.value.slice(from, match.index) });
    const place = { url: encodeURI(target.trim()), position: node.position };
    parts.push(bang ? ({ type: 'image', alt: label, ...place } satisfies Image) : ({ type: 'link', children: [{ type: 'text', value: label }], ...place } satisfies Link));
    from = match.index + whole.length;
  }
  return from < node.value.length ? [...parts, { type: 'text', value: node.value.slice(from) }] : parts;
}
