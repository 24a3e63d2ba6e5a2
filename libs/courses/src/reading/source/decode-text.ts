export interface DecodedText {
  readonly text: string;
  /** Set where the bytes were not UTF-8 and no mark said what they are. */
  readonly guessed?: 'windows-1252';
}

/** Reads UTF-8, UTF-16 with a mark, and otherwise Windows-1252, which is what old editors on Windows write. Line ends become \n; NUL, which no text holds, is dropped. */
export function decodeText(bytes: Buffer): DecodedText {
  const decoded = decode(bytes);
  return { ...decoded, text: decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replaceAll('\0', '') };
}

function decode(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: 'windows-1252' };
  }
}
