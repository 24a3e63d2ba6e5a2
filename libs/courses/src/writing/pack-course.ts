import { type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type CourseFile } from './course-files.js';

/** The same files make the same archive, byte for byte: its times mean nothing. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1, 12));

/** A zip archive of a course, with the course's folder at its top. */
export function packCourse(folder: string, files: readonly CourseFile[]): Readable {
  const zip = new ZipFile();
  for (const { path, bytes } of files) zip.addBuffer(bytes, `${folder}/${path}`, { mtime: NO_TIME, forceDosTimestamp: true });
  zip.end();
  return zip.outputStream as Readable;
}
