import { BrokenImage, type Stripped } from './image.js';

const EXTENSION = 0x21;
const FRAME = 0x2c;
const TRAILER = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;

export const isGif = (bytes: Buffer): boolean => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6));

/** Copies frames and their timing; comments, plain texts and the blocks of other applications than the looping one stay behind. */
export function stripGif(bytes: Buffer): Stripped {
  if (bytes.length < 13) throw new BrokenImage();
  let at = 13 + colourTable(bytes[10] ?? 0);
  const kept: Buffer[] = [bytes.subarray(0, at)];
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === TRAILER) {
      kept.push(Buffer.from([TRAILER]));
      return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), bytes: Buffer.concat(kept) };
    }
    const end = kind === EXTENSION ? endOfBlocks(bytes, at + 2) : kind === FRAME ? endOfFrame(bytes, at) : undefined;
    if (end === undefined) break;
    if (kind === FRAME || isKept(bytes, at)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw new BrokenImage();
}

const colourTable = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

function isKept(bytes: Buffer, at: number): boolean {
  if (bytes[at + 1] === CONTROL) return true;
  return bytes[at + 1] === APPLICATION && bytes.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0';
}

function endOfFrame(bytes: Buffer, at: number): number {
  return endOfBlocks(bytes, at + 10 + colourTable(bytes[at + 9] ?? 0) + 1);
}

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  throw new BrokenImage();
}
