import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FormatError, type Instance, readCbCtt, readItc2007Exam, readItc2007Post, readToronto } from '@app/engine';
import { Refusal } from '../refusal.js';

export const FORMATS = ['toronto', 'cb-ctt', 'itc2007-exam', 'itc2007-post'] as const;
export type Format = (typeof FORMATS)[number];

/** Reads an instance; whatever is wrong with it is refused with file, line and cause. */
export async function readInstance(format: Format, file: string, slots: number | undefined): Promise<Instance> {
  switch (format) {
    case 'toronto':
      return readTorontoPair(file, slots);
    case 'cb-ctt':
      return complain(file, readCbCtt, await textOf(file));
    case 'itc2007-exam':
      return complain(file, readItc2007Exam, await textOf(file));
    case 'itc2007-post':
      return complain(file, readItc2007Post, await textOf(file));
  }
}

/** The `.stu` lies beside the `.crs`. */
async function readTorontoPair(file: string, slots: number | undefined): Promise<Instance> {
  const base = file.replace(/\.(crs|stu)$/i, '');
  const many = slots ?? (await slotsBeside(base));
  if (many === undefined) throw new Refusal([`${file}: the files of this set do not hold the number of slots: give --slots N.`]);
  const [courses, students] = [await textOf(`${base}.crs`), await textOf(`${base}.stu`)];
  return complain(base, (text) => readToronto(text, students, many), courses);
}

/** Collections of this set keep the number of slots in an `instances.json` beside the files. */
async function slotsBeside(base: string): Promise<number | undefined> {
  const text = await readFile(join(dirname(base), 'instances.json'), 'utf8').catch(() => '{}');
  const known = JSON.parse(text) as Record<string, { slots?: number } | undefined>;
  return known[basename(base)]?.slots;
}

/** These sets come from times before UTF-8; their names are plain. */
async function textOf(file: string): Promise<string> {
  return readFile(file, 'latin1').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal([`${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`]);
  });
}

function complain(file: string, read: (text: string) => Instance, text: string): Instance {
  try {
    return read(text);
  } catch (error) {
    if (error instanceof FormatError) throw new Refusal([`${file}: ${error.message}`]);
    throw error;
  }
}
