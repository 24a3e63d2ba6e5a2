import { open } from 'node:fs/promises';
import { FileRefused } from './table.js';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const CHUNK = 1 << 20;
/** Bytes that mean nothing in Windows-1252; a file with them is in neither of the encodings that we know. */
const UNDEFINED_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * In which encoding a text file is written: by its byte order mark, by the zero bytes of UTF-16, else UTF-8 when all of it is valid and
 * Windows-1252 (what Excel writes as "CSV") when not. Reads the whole file once: a file whose first accent stands on line 900,000 is
 * not read wrongly.
 */
export async function textEncoding(path: string): Promise<TextEncoding | FileRefused> {
  const file = await open(path);
  try {
    const first = Buffer.alloc(4_096);
    const { bytesRead } = await file.read(first, 0, first.length, 0);
    const known = byFirstBytes(first.subarray(0, bytesRead));
    return known ?? (await byAllBytes((buffer, position) => file.read(buffer, 0, CHUNK, position)));
  } finally {
    await file.close();
  }
}

function byFirstBytes(first: Buffer): TextEncoding | FileRefused | undefined {
  if (first.length === 0) return new FileRefused('file.empty');
  const mark = first.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  if (mark === 'feff') return 'utf-16be';
  return byZeroBytes(first);
}

/** Western text in UTF-16 has a zero byte in nearly every pair, always on the same side. */
function byZeroBytes(first: Buffer): TextEncoding | FileRefused | undefined {
  const zeros = (side: number): number => first.filter((byte, index) => byte === 0 && index % 2 === side).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (even + odd === 0) return undefined;
  if (Math.min(even, odd) > 0 || even + odd < first.length / 4) return new FileRefused('file.not-text');
  return odd > 0 ? 'utf-16le' : 'utf-16be';
}

async function byAllBytes(read: (buffer: Buffer, position: number) => Promise<{ bytesRead: number }>): Promise<TextEncoding | FileRefused> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const buffer = Buffer.alloc(CHUNK);
  let isUtf8 = true;
  let position = 0;
  let line = 1;
  for (;;) {
    const { bytesRead } = await read(buffer, position);
    const chunk = buffer.subarray(0, bytesRead);
    isUtf8 &&= decodes(utf8, chunk, bytesRead > 0);
    const strange = chunk.findIndex((byte) => byte === 0 || UNDEFINED_IN_1252.has(byte));
    // In UTF-8 these bytes are ordinary halves of characters; whether it is UTF-8 is known at the end.
    if (strange !== -1 && (chunk[strange] === 0 || !isUtf8)) return new FileRefused('file.encoding-unknown', { line: line + breaks(chunk.subarray(0, strange)) });
    if (bytesRead === 0) return isUtf8 ? 'utf-8' : 'windows-1252';
    line += breaks(chunk);
    position += bytesRead;
  }
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

function breaks(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count++;
  return count;
}
