export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'] as const;
export type ImageType = (typeof imageTypes)[number];

/** An image as it may be kept: of a known type, of a sane size, without what its camera or editor knew. */
export interface CleanImage {
  readonly type: ImageType;
  /** Pixels; undefined for SVG, which has none. */
  readonly width?: number;
  readonly height?: number;
  readonly bytes: Buffer;
}

export type ImageFault = 'IMAGE_UNREADABLE' | 'IMAGE_MISMATCH' | 'IMAGE_TOO_LARGE' | 'IMAGE_TOO_MANY_PIXELS' | 'IMAGE_ACTIVE';

/** Thrown inside the readers of one format; `cleanImage` answers it as a fault. */
export class BrokenImage extends Error {
  constructor(readonly fault: ImageFault = 'IMAGE_UNREADABLE') {
    super(fault);
  }
}

/** What a reader of one format answers: the same pixels in a container of known parts. */
export interface Stripped {
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}
