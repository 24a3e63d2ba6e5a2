import { basename } from 'node:path/posix';
import { storable } from './storable.js';

export interface Cell {
  readonly cell_type?: string;
  readonly source?: string | readonly string[];
  readonly input?: string | readonly string[];
  readonly outputs?: unknown;
  readonly attachments?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata?: { readonly kernelspec?: { readonly language?: string }; readonly language_info?: { readonly name?: string } };
}

export interface NotebookText {
  readonly markdown: string;
  /** The notebook itself, as JSON: what an export needs to write the same file again. */
  readonly head: string;
  /** Whether outputs were left out of `head` for their size. */
  readonly isLighter: boolean;
  /** Images inside cells, by the paths under which the Markdown shows them, from the notebook's folder. */
  readonly attachments: ReadonlyMap<string, Buffer>;
}

/** What is kept of a notebook for its export; outputs beyond it are left out. */
const HEAVIEST = 1_000_000;

/** Turns a Jupyter notebook into Markdown: text cells as they are, code and raw cells as fenced blocks. Outputs are not shown. `file` names it. */
export function readNotebook(text: string, file: string): NotebookText | { readonly reason: string } {
  const notebook = parseNotebook(text);
  if ('reason' in notebook) return notebook;
  const attachments = new Map<string, Buffer>();
  notebook.cells.forEach((cell, index) => {
    for (const [name, types] of Object.entries(cell.attachments ?? {})) {
      const data = Object.values(types)[0];
      if (data !== undefined) attachments.set(attachmentPath(file, index, name), Buffer.from(joined(data), 'base64'));
    }
  });
  const isLighter = text.length > HEAVIEST;
  const kept = isLighter ? { ...notebook, cells: notebook.cells.map((cell) => ('outputs' in cell ? { ...cell, outputs: [] } : cell)) } : notebook;
  const head = JSON.stringify(kept);
  return { markdown: cellsAsMarkdown(notebook, file).filter(Boolean).join('\n\n'), head, isLighter, attachments };
}

export function parseNotebook(text: string): Notebook | { readonly reason: string } {
  let notebook: unknown;
  try {
    notebook = JSON.parse(text, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value));
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  // Notebooks of the old form keep their cells in worksheets.
  const worksheets = isObject(notebook) && Array.isArray(notebook['worksheets']) ? (notebook['worksheets'] as unknown[]) : [];
  const [worksheet] = worksheets;
  const whole = isObject(notebook) && isObject(worksheet) ? { ...notebook, worksheets: undefined, cells: worksheet['cells'] } : notebook;
  return isNotebook(whole) ? whole : { reason: 'no list of cells' };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function isNotebook(value: unknown): value is Notebook {
  return isObject(value) && Array.isArray(value['cells']) && value['cells'].every((cell) => isObject(cell) && [cell['source'], cell['input']].every(isSource));
}

const isSource = (value: unknown): boolean => value === undefined || typeof value === 'string' || (Array.isArray(value) && value.every((line) => typeof line === 'string'));
const joined = (lines: string | readonly string[]): string => (typeof lines === 'string' ? lines : lines.join(''));

/** The Markdown of each cell, in order; empty for empty ones. */
export function cellsAsMarkdown(notebook: Notebook, file: string): readonly string[] {
  const language = languageOfNotebook(notebook);
  return notebook.cells.map((cell, index) => cellToMarkdown(cell, language, (name) => encodeURI(relativeAttachment(file, index, name))));
}

export const languageOfNotebook = ({ metadata }: Notebook): string => metadata?.kernelspec?.language ?? metadata?.language_info?.name ?? '';

/** "lesson.attachments/3/image.png", from the folder of the notebook: names repeat from cell to cell. */
const relativeAttachment = (file: string, cell: number, name: string): string => `${basename(file).replace(/\.ipynb$/i, '')}.attachments/${cell}/${name}`;
const attachmentPath = (file: string, cell: number, name: string): string => `${file.replace(/[^/]*$/, '')}${relativeAttachment(file, cell, name)}`;
export const isAttachment = (path: string): boolean => /\.attachments\/\d+\/[^/]+$/.test(path);

function cellToMarkdown(cell: Cell, language: string, attached: (name: string) => string): string {
  const source = joined(cell.source ?? cell.input ?? '').replace(/\r\n?/g, '\n').trimEnd();
  if (source.trim() === '') return '';
  if (cell.cell_type === 'code') return fenced(source, language);
  if (cell.cell_type === 'raw') return fenced(source, '');
  return source.replace(/attachment:([^\s)"'<>]+)/g, (whole, name: string) => (cell.attachments?.[decoded(name)] === undefined ? whole : attached(decoded(name))));
}

function fenced(source: string, language: string): string {
  // A fence longer than any inside, so that code about Markdown stays one block.
  const longest = Math.max(2, ...(source.match(/`{3,}/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${source}\n${fence}`;
}

export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
