import { Injectable } from '@nestjs/common';
import { type Places, type RenderedText, renderMarkdown } from './render-markdown.js';

const MOST_CHARACTERS = 32_000_000;

export interface TextToRender {
  /** Version, its counter, owner and language: what names a text for ever. */
  readonly key: string;
  readonly title: string;
  readonly markdown: string;
  /** Headings, from 1, below which something else of the page stands. */
  readonly headings?: readonly number[];
}

/** Rendered texts, kept in this process until 32 million characters are full; the one that nobody asked for longest goes first. */
@Injectable()
export class RenderedTexts {
  private readonly kept = new Map<string, RenderedText>();
  private characters = 0;

  async of({ key, title, markdown, headings }: TextToRender, places: () => Promise<Places> | Places): Promise<RenderedText> {
    const known = this.kept.get(key);
    if (known) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const rendered = await renderMarkdown(markdown, title, await places(), headings);
    this.kept.set(key, rendered);
    this.characters += rendered.html.length;
    for (const [oldest, { html }] of this.kept) {
      if (this.characters <= MOST_CHARACTERS) break;
      this.kept.delete(oldest);
      this.characters -= html.length;
    }
    return rendered;
  }
}
