import { toString } from 'mdast-util-to-string';
import { type Cell, cellsAsMarkdown, decoded, languageOfNotebook, type Notebook, parseNotebook } from '../reading/documents/notebook.js';
import { parseMarkdown } from '../reading/documents/markdown.js';

const EMPTY: Notebook & { readonly nbformat: number; readonly nbformat_minor: number } = { cells: [], metadata: {}, nbformat: 4, nbformat_minor: 4 };

/**
 * A text as the notebook that it came from. Where nobody has edited it, it is that notebook; else cells whose text still stands keep all that they had
 * (outputs, attachments, names), and what was written between them becomes new cells: fenced blocks as code, the rest as text.
 */
export function writeNotebook(head: string | undefined, markdown: string, file: string): string {
  const parsed = parseNotebook(head ?? '');
  const notebook = 'reason' in parsed ? EMPTY : parsed;
  const chunks = cellsAsMarkdown(notebook, file);
  const isUntouched = head !== undefined && chunks.filter(Boolean).join('\n\n') === markdown;
  const cells = isUntouched ? notebook.cells : aligned(notebook, chunks, markdown);
  return `${JSON.stringify({ ...notebook, cells }, undefined, 1)}\n`;
}

function aligned(notebook: Notebook, chunks: readonly string[], markdown: string): readonly Cell[] {
  const cells: Cell[] = [];
  const language = languageOfNotebook(notebook);
  let from = 0;
  chunks.forEach((chunk, index) => {
    const at = chunk === '' ? -1 : placeOf(chunk, markdown, from);
    const cell = notebook.cells[index];
    if (at < 0 || !cell) return;
    cells.push(...newCells(markdown.slice(from, at), language, notebook), cell);
    from = at + chunk.length;
  });
  return [...cells, ...newCells(markdown.slice(from), language, notebook)];
}

/** Where a cell's text stands as a block of its own. */
function placeOf(chunk: string, markdown: string, from: number): number {
  for (let at = markdown.indexOf(chunk, from); at >= 0; at = markdown.indexOf(chunk, at + 1)) {
    const [before, after] = [markdown.slice(Math.max(0, at - 2), at), markdown.slice(at + chunk.length)];
    if ((at === 0 || before === '\n\n') && (after.trim() === '' || after.startsWith('\n\n'))) return at;
  }
  return -1;
}

function newCells(text: string, language: string, notebook: Notebook): readonly Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  const prose = (to: number): void => {
    const source = text.slice(from, to).trim();
    if (source !== '') cells.push(withAttachments(source, notebook));
  };
  for (const node of parseMarkdown(text).children) {
    if (node.type !== 'code' || (node.lang ?? '') !== language) continue;
    prose(node.position?.start.offset ?? from);
    cells.push({ cell_type: 'code', ...{ metadata: {}, execution_count: null }, source: lines(toString(node)), outputs: [] });
    from = node.position?.end.offset ?? from;
  }
  prose(text.length);
  return cells;
}

/** Pictures of the cell that a text came from go with it. */
function withAttachments(source: string, notebook: Notebook): Cell {
  const attachments: Record<string, NonNullable<Cell['attachments']>[string]> = {};
  const written = source.replace(/[^\s()"'<>]+\.attachments\/(\d+)\/([^\s)"'<>]+)/g, (whole, index: string, name: string) => {
    const types = notebook.cells[Number(index)]?.attachments?.[decoded(name)];
    if (!types) return whole;
    attachments[decoded(name)] = types;
    return `attachment:${name}`;
  });
  return { cell_type: 'markdown', ...{ metadata: {} }, source: lines(written), ...(Object.keys(attachments).length > 0 ? { attachments } : {}) };
}

const lines = (text: string): readonly string[] => text.split(/(?<=\n)/);
