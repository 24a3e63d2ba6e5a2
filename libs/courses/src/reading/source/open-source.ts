import { stat } from 'node:fs/promises';
import { type Findings } from '../findings/finding.js';
import { openArchive } from './archive-source.js';
import { type CurriculumSource } from './curriculum-source.js';
import { openFolder } from './folder-source.js';

/** A folder or a zip archive on this machine; close it when it is read. Undefined when `findings` says why not. */
export async function openSource(path: string, findings: Findings): Promise<(CurriculumSource & { close(): void }) | undefined> {
  const isFile = await stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (isFile) return openArchive(path, findings);
  const folder = await openFolder(path, findings);
  return folder && { ...folder, close: () => undefined };
}
