import { deflateSync } from 'node:zlib';
import { cleanImage } from './clean-image.js';
import { type CleanImage } from './image.js';

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
};
const png = (width: number, height: number, extra: readonly Buffer[] = []): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head), ...extra, chunk('IDAT', deflateSync(Buffer.alloc(16))), chunk('IEND', Buffer.alloc(0))]);
};
const segment = (marker: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data]);
const exif = (orientation: number): Buffer =>
  segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]), Buffer.from('GPS 50.45 3.95')]));
const jpeg = (head: readonly Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...head, segment(0xc0, Buffer.from([8, 0, 20, 0, 30, 1, 1, 0x11, 0])), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 0xff, 0, 2, 0xff, 0xd9])]);
const gif = Buffer.concat([
  Buffer.from('GIF89a', 'latin1'), Buffer.from([2, 0, 3, 0, 0, 0, 0]), Buffer.from([0x21, 0xfe, 6]), Buffer.from('secret', 'latin1'), Buffer.from([0]),
  Buffer.from([0x2c, 0, 0, 0, 0, 2, 0, 3, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]), Buffer.from('<script>', 'latin1'),
]);
const clean = (name: string, bytes: Buffer): CleanImage => {
  const image = cleanImage(name, bytes);
  if (typeof image === 'string') throw new Error(image);
  return image;
};

describe('case 36: images that come in', () => {
  it('refuses what is not the image that its name says', () => {
    expect(cleanImage('a.png', Buffer.from('<html><script>alert(1)</script>'))).toBe('IMAGE_MISMATCH');
    expect(cleanImage('a.jpg', png(2, 2))).toBe('IMAGE_MISMATCH');
    expect(cleanImage('a.exe', png(2, 2))).toBe('IMAGE_UNREADABLE');
    expect(cleanImage('a.png', png(2, 2).subarray(0, 40))).toBe('IMAGE_UNREADABLE');
  });

  it('refuses 50,000 by 50,000 pixels before anything is unpacked', () => {
    expect(cleanImage('a.png', png(50_000, 50_000))).toBe('IMAGE_TOO_MANY_PIXELS');
    expect(clean('a.png', png(4_000, 3_000))).toMatchObject({ type: 'image/png', width: 4_000, height: 3_000 });
  });

  it('leaves texts of a PNG and whatever is glued behind it', () => {
    const dirty = Buffer.concat([png(2, 2, [chunk('tEXt', Buffer.from('Author\0Somebody')), chunk('eXIf', Buffer.from('GPS 50.45'))]), Buffer.from('PK\u0003\u0004 zip')]);
    expect(clean('a.png', dirty).bytes.equals(png(2, 2))).toBe(true);
  });

  it('leaves the places and thumbnails of a JPEG, and keeps how it is turned', () => {
    const upright = clean('a.jpg', jpeg([exif(1), segment(0xfe, Buffer.from('by Somebody'))]));
    expect(upright).toMatchObject({ width: 30, height: 20 });
    expect(upright.bytes.equals(jpeg([]))).toBe(true);
    const turned = clean('a.jpeg', Buffer.concat([jpeg([exif(6)]), Buffer.from('<?php')])).bytes;
    expect(turned.includes('GPS')).toBe(false);
    expect(turned.includes('<?php')).toBe(false);
    expect(turned.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
  });

  it('leaves comments of a GIF, and EXIF of a WebP', () => {
    const image = clean('a.gif', gif);
    expect(image).toMatchObject({ width: 2, height: 3 });
    expect(image.bytes.includes('secret') || image.bytes.includes('<script>')).toBe(false);
    const part = (type: string, data: Buffer): Buffer => Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from([data.length, 0, 0, 0]), data]);
    const body = Buffer.concat([Buffer.from('WEBP'), part('VP8X', Buffer.from([0b1100, 0, 0, 0, 9, 0, 0, 19, 0, 0])), part('VP8L', Buffer.alloc(10)), part('EXIF', Buffer.from('GPS 50.45!'))]);
    const webp = clean('a.webp', Buffer.concat([Buffer.from('RIFF'), Buffer.from([body.length, 0, 0, 0]), body]));
    expect(webp).toMatchObject({ width: 10, height: 20 });
    expect(webp.bytes.includes('GPS')).toBe(false);
    expect(webp.bytes.readUInt8(20)).toBe(0);
  });

  it('case 34: refuses a drawing that would run or load something', () => {
    const svg = (inside: string): Buffer => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`);
    expect(clean('a.svg', svg('<circle r="4"/>')).type).toBe('image/svg+xml');
    for (const inside of ['<script>alert(1)</script>', '<a href="javascript:alert(1)"/>', '<circle onload="alert(1)"/>', '<foreignObject/>']) expect(cleanImage('a.svg', svg(inside))).toBe('IMAGE_ACTIVE');
    expect(cleanImage('a.svg', Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>'))).toBe('IMAGE_ACTIVE');
  });
});
