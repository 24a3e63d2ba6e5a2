import { type Language } from '@app/platform';

/** A text in the reader's language, ready to be laid out. */
export interface LetterContent {
  readonly language: Language;
  readonly subject: string;
  /** Plain text; blank lines part paragraphs. A line that is nothing but one of the links becomes a button. */
  readonly body: string;
  readonly links: readonly string[];
  readonly buttonLabel: string;
  readonly linkBelow: string;
  /** Lines under the letter: who sent it. */
  readonly footer: readonly string[];
  readonly footerLinks: readonly { readonly label: string; readonly url: string }[];
}

/** Colours of the app's tokens as sRGB, because mail programs know no oklch; each pair has a contrast of 7 or more. */
const STYLE = `
  body { margin: 0; padding: 0; background: #f7f7fb; color: #1d1d2b; font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-size: 16px; line-height: 1.5; }
  .sheet { max-width: 560px; margin: 0 auto; padding: 32px 24px; }
  .name { font-weight: 600; color: #4145b4; margin: 0 0 24px; }
  h1 { font-size: 20px; line-height: 1.3; font-weight: 600; margin: 0 0 16px; }
  p { margin: 0 0 16px; }
  a { color: #4145b4; }
  .button { display: inline-block; padding: 12px 24px; border-radius: 10px; background: #4145b4; color: #ffffff; text-decoration: none; font-weight: 600; }
  .small { font-size: 14px; color: #55556b; overflow-wrap: anywhere; }
  .foot { margin-top: 32px; padding-top: 16px; border-top: 1px solid #dcdce8; }
  @media (prefers-color-scheme: dark) {
    body { background: #15151f; color: #ececf4; }
    .name, a { color: #b3b6ff; }
    .button { background: #b3b6ff; color: #15151f; }
    .small { color: #b9b9cc; }
    .foot { border-color: #3a3a4c; }
  }`;

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** One column, no image, no table: reads well in a mail program, in a screen reader and in the dark. */
export function htmlLetter(content: LetterContent): string {
  const paragraphs = content.body.trim().split(/\n\s*\n/).map((paragraph) => htmlParagraph(paragraph.trim(), content));
  const foot = [...content.footer.map(escapeHtml), ...content.footerLinks.map((link) => `<a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a>`)];
  return `<!doctype html>
<html lang="${content.language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(content.subject)}</title><style>${STYLE}</style></head>
<body><main class="sheet"><p class="name">Tremplin</p><h1>${escapeHtml(content.subject)}</h1>
${paragraphs.join('\n')}
<p class="small foot">${foot.join('<br>')}</p></main></body></html>`;
}

function htmlParagraph(paragraph: string, content: LetterContent): string {
  if (content.links.includes(paragraph) && isWebAddress(paragraph)) {
    const url = escapeHtml(paragraph);
    return `<p><a class="button" href="${url}">${escapeHtml(content.buttonLabel)}</a></p>\n<p class="small">${escapeHtml(content.linkBelow)}<br>${url}</p>`;
  }
  return `<p>${paragraph.split('\n').map(htmlLine).join('<br>')}</p>`;
}

function htmlLine(line: string): string {
  const text = escapeHtml(line);
  return isWebAddress(line.trim()) ? `<a href="${text.trim()}">${text.trim()}</a>` : text;
}

/** The same letter for those who read plain text. */
export function textLetter(content: LetterContent): string {
  const foot = [...content.footer, ...content.footerLinks.map((link) => `${link.label}: ${link.url}`)];
  return `${content.body.trim()}\n\n-- \n${foot.join('\n')}\n`;
}

/** The body for places that show the link in their own way. */
export function withoutLink(body: string, link?: string): string {
  const paragraphs = body.trim().split(/\n\s*\n/);
  return paragraphs.filter((paragraph) => paragraph.trim() !== link).join('\n\n');
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text);
}
