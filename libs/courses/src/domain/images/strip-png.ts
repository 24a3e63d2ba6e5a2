import { BrokenImage, type Stripped } from './image.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Chunks that change how the pixels look. Texts, times, EXIF and whatever editors invent are left out. */
const KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYS', 'acTL', 'fcTL', 'fdAT']);

export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, 8).equals(SIGNATURE);

export function stripPng(bytes: Buffer): Stripped {
  const kept: Buffer[] = [SIGNATURE];
  let size: Pick<Stripped, 'width' | 'height'> | undefined;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > bytes.length) throw new BrokenImage();
    if (type === 'IHDR' && length === 13) size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end));
    // Whatever is glued behind the end is no picture.
    if (type === 'IEND' && size) return { ...size, bytes: Buffer.concat(kept) };
    at = end;
  }
  throw new BrokenImage();
}
