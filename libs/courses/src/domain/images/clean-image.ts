import { BrokenImage, type CleanImage, type ImageFault, type ImageType, type Stripped } from './image.js';
import { isGif, stripGif } from './strip-gif.js';
import { isJpeg, stripJpeg } from './strip-jpeg.js';
import { isPng, stripPng } from './strip-png.js';
import { isWebp, stripWebp } from './strip-webp.js';

export const imageLimits = { bytes: 5_000_000, pixels: 40_000_000, side: 16_000 } as const;

const PIXELS: readonly { readonly type: ImageType; readonly is: (bytes: Buffer) => boolean; readonly strip: (bytes: Buffer) => Stripped }[] = [
  { type: 'image/png', is: isPng, strip: stripPng },
  { type: 'image/jpeg', is: isJpeg, strip: stripJpeg },
  { type: 'image/gif', is: isGif, strip: stripGif },
  { type: 'image/webp', is: isWebp, strip: stripWebp },
];
const BY_ENDING: Readonly<Record<string, ImageType>> = {
  png: 'image/png', apng: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', jfif: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml',
};

/** The type that a file's name promises; undefined where it promises no image that we show. */
export const imageTypeOf = (name: string): ImageType | undefined => BY_ENDING[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];

/**
 * An image that is what its name says and no more than a picture (case 36). The container is written anew from the parts that make the
 * pixels, so that places, names, thumbnails and files glued behind the picture are gone, and the pixels themselves stay bit for bit.
 */
export function cleanImage(name: string, bytes: Buffer): CleanImage | ImageFault {
  const promised = imageTypeOf(name);
  if (!promised) return 'IMAGE_UNREADABLE';
  if (bytes.length > imageLimits.bytes) return 'IMAGE_TOO_LARGE';
  try {
    return promised === 'image/svg+xml' ? cleanSvg(bytes) : cleanPixels(promised, bytes);
  } catch (error) {
    if (error instanceof BrokenImage) return error.fault;
    if (error instanceof RangeError) return 'IMAGE_UNREADABLE';
    throw error;
  }
}

function cleanPixels(promised: ImageType, bytes: Buffer): CleanImage {
  const format = PIXELS.find(({ is }) => is(bytes));
  if (format?.type !== promised) throw new BrokenImage('IMAGE_MISMATCH');
  const stripped = format.strip(bytes);
  const { width, height } = stripped;
  if (width < 1 || height < 1) throw new BrokenImage();
  if (width > imageLimits.side || height > imageLimits.side || width * height > imageLimits.pixels) throw new BrokenImage('IMAGE_TOO_MANY_PIXELS');
  return { type: format.type, ...stripped };
}

/** Shown only inside <img>, where browsers run nothing, and sent as a download under a sandbox; what could still harm there is refused. */
function cleanSvg(bytes: Buffer): CleanImage {
  const text = bytes.toString('utf8');
  if (!/<svg[\s>]/i.test(text)) throw new BrokenImage('IMAGE_MISMATCH');
  if (/<!(DOCTYPE|ENTITY)|<script|<foreignObject|\son[a-z]+\s*=|javascript:/i.test(text)) throw new BrokenImage('IMAGE_ACTIVE');
  return { type: 'image/svg+xml', bytes };
}
