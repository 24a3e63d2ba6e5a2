import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { isDocument } from '../documents/document.js';
import { type Findings } from '../findings/finding.js';
import { openArchive } from './archive-source.js';
import { type CurriculumSource } from './curriculum-source.js';
import { folderLimits, openFolder } from './folder-source.js';

/** A folder, a zip archive or a single notebook on this machine; close it when it is read. Undefined when `findings` says why not. */
export async function openSource(path: string, findings: Findings): Promise<(CurriculumSource & { close(): void }) | undefined> {
  const isFile = await stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (isFile) return isDocument(path) ? openDocument(path, findings) : openArchive(path, findings);
  const folder = await openFolder(path, findings);
  return folder && { ...folder, close: () => undefined };
}

/** Nothing beside it is looked at: it may lie among somebody's downloads. */
async function openDocument(path: string, findings: Findings): ReturnType<typeof openSource> {
  const folder = await openFolder(dirname(path), findings, { ...folderLimits, only: basename(path) });
  return folder && { ...folder, name: basename(path).replace(/\.[^.]+$/, ''), close: () => undefined };
}
