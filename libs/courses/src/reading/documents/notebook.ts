/** Turns a Jupyter notebook into Markdown: text cells as they are, code cells as fenced blocks in the notebook's language. Outputs are left out. */
export function notebookToMarkdown(text: string): { readonly markdown: string } | { readonly reason: string } {
  let notebook: unknown;
  try {
    notebook = JSON.parse(text);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  if (!isNotebook(notebook)) return { reason: 'no list of cells' };
  const language = notebook.metadata?.kernelspec?.language ?? notebook.metadata?.language_info?.name ?? '';
  return { markdown: notebook.cells.map((cell) => cellToMarkdown(cell, language)).filter(Boolean).join('\n\n') };
}

interface Cell {
  readonly cell_type?: string;
  readonly source?: string | readonly string[];
}

interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata?: { readonly kernelspec?: { readonly language?: string }; readonly language_info?: { readonly name?: string } };
}

function isNotebook(value: unknown): value is Notebook {
  return typeof value === 'object' && value !== null && 'cells' in value && Array.isArray(value.cells);
}

function cellToMarkdown(cell: Cell, language: string): string {
  const source = (typeof cell.source === 'string' ? cell.source : (cell.source ?? []).join('')).trimEnd();
  if (source.trim() === '') return '';
  if (cell.cell_type !== 'code') return source;
  // A fence longer than any inside, so that code about Markdown stays one block.
  const longest = Math.max(2, ...(source.match(/`{3,}/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${source}\n${fence}`;
}
