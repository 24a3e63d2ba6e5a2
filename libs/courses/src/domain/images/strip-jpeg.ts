import { BrokenImage, type Stripped } from './image.js';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

export const isJpeg = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;

/** Start of frame: holds the size. C4, C8 and CC share its range and are something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** JFIF head, colour profile and Adobe's colour transform change how pixels look; every other application segment is about who, where and with what. */
const isKept = (marker: number): boolean => marker === APP0 || marker === APP2 || marker === APP14 || !((marker >= APP0 && marker <= APP15) || marker === COMMENT);

interface Segment {
  readonly marker: number;
  /** Where the marker stands, where its own data begin, and where whatever belongs to it ends. */
  readonly at: number;
  readonly data: number;
  readonly stop: number;
}

/** Copies segment by segment without EXIF, GPS, XMP, thumbnails and comments; the one EXIF fact that viewers need, the orientation, stays. */
export function stripJpeg(bytes: Buffer): Stripped {
  const kept: Buffer[] = [];
  let size: Pick<Stripped, 'width' | 'height'> | undefined;
  let orientation = 1;
  for (const { marker, at, data, stop } of segments(bytes)) {
    if (isFrame(marker)) size = { height: bytes.readUInt16BE(data + 1), width: bytes.readUInt16BE(data + 3) };
    if (marker === APP1) orientation = orientationIn(bytes.subarray(data, stop)) ?? orientation;
    if (isKept(marker)) kept.push(bytes.subarray(at, stop));
  }
  if (!size) throw new BrokenImage();
  return { ...size, bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...orientationSegment(orientation), ...kept, Buffer.from([0xff, EOI])]) };
}

function* segments(bytes: Buffer): Generator<Segment, void, undefined> {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw new BrokenImage();
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) throw new BrokenImage();
    const stop = marker === SOS ? endOfScan(bytes, end) : end;
    yield { marker, at, data: at + 4, stop };
    at = stop;
  }
}

/** Entropy-coded data runs to the next marker that is neither a stuffed FF nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 2)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

const EXIF = Buffer.from('Exif\0\0', 'latin1');
const ORIENTATION_TAG = 0x0112;

function orientationIn(segment: Buffer): number | undefined {
  if (!segment.subarray(0, 6).equals(EXIF) || segment.length < 14) return undefined;
  const tiff = segment.subarray(6);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = Math.min(short(first), 200);
  const entry = Array.from({ length: count }, (_, index) => first + 2 + index * 12).find((at) => short(at) === ORIENTATION_TAG);
  const value = entry === undefined ? 1 : short(entry + 8);
  return value >= 1 && value <= 8 ? value : undefined;
}

/** A head with nothing in it but how the picture is turned; nothing at all where it stands upright. */
function orientationSegment(orientation: number): Buffer[] {
  if (orientation === 1) return [];
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(2 + EXIF.length + tiff.length);
  return [Buffer.concat([Buffer.from([0xff, APP1]), length, EXIF, tiff])];
}
