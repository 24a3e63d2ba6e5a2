import { type Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { broken } from './zip-archive.js';

export interface XmlEvents {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Parses XML chunk by chunk; after each chunk the caller may take what was found. Namespace prefixes are dropped. A DOCTYPE refuses the
 * file, so that no entity, inside or outside, is ever expanded.
 */
export async function* xmlChunks(stream: Readable, events: XmlEvents): AsyncGenerator<undefined, void, undefined> {
  const parser = new SaxesParser({ position: false });
  const decoder = new TextDecoder('utf-8');
  let refused: Error | undefined;
  parser.on('doctype', () => (refused ??= broken('file.doctype')));
  parser.on('error', () => (refused ??= broken('file.damaged')));
  parser.on('opentag', (tag) => events.open?.(localName(tag.name), tag.attributes as Record<string, string>));
  parser.on('closetag', (tag) => events.close?.(localName(tag.name)));
  parser.on('text', (text) => events.text?.(text));
  parser.on('cdata', (text) => events.text?.(text));
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      if (refused) throw refused;
      yield undefined;
    }
    parser.write(decoder.decode()).close();
    if (refused) throw refused;
    yield undefined;
  } finally {
    stream.destroy();
  }
}

/** Parses all of it; for the small parts. */
export async function readXml(stream: Readable, events: XmlEvents): Promise<void> {
  const chunks = xmlChunks(stream, events);
  while (!(await chunks.next()).done);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
