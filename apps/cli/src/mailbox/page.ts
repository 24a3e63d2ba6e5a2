import { type Letter } from './letters.js';

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
  a { color: inherit; } ol { list-style: none; padding: 0; } li { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  li a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem .25rem; text-decoration: none; }
  li a:hover, li a:focus-visible { background: color-mix(in srgb, currentColor 8%, transparent); }
  .small { font-size: .875rem; opacity: .75; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
  iframe { width: 100%; height: 36rem; border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: 10px; background: #fff; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>${body}</body></html>`;

export function listPage(letters: readonly Letter[]): string {
  const rows = letters.map(
    (letter) => `<li><a href="/letters/${letter.id}"><strong>${escapeHtml(letter.subject || '(no subject)')}</strong><time class="small" datetime="${letter.receivedAt}">${letter.receivedAt.slice(0, 19).replace('T', ' ')} UTC</time>
    <span class="small">${escapeHtml(letter.envelope.to.join(', '))}</span></a></li>`,
  );
  const shown = rows.length > 0 ? `<ol>${rows.join('')}</ol>` : '<p>No mail yet. Invitations and sign-in links of this installation arrive here; reload to look again.</p>';
  return page('Mailbox', `<h1>Mailbox</h1><p class="small">Every mail of this development installation. Nothing leaves this machine. <a href="/letters.json">As JSON</a></p>${shown}`);
}

/** The mail's own HTML stands in a frame that may run nothing, send nothing and load nothing; links open outside of it. */
export function letterPage(letter: Letter): string {
  const facts = [
    ['From', letter.from],
    ['To', letter.to.join(', ')],
    ['Delivered to', letter.envelope.to.join(', ')],
    ['Message-ID', letter.messageId ?? ''],
    ['Attachments', letter.attachments.map((each) => `${each.name || 'unnamed'} (${each.type}, ${each.size} bytes)`).join(', ')],
  ];
  const lines = facts.filter(([, value]) => value).map(([name = '', value = '']) => `<dt class="small">${name}</dt><dd>${escapeHtml(value)}</dd>`);
  const html = letter.html ? `<h2>HTML</h2><iframe title="The mail's HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/letters/${letter.id}/html"></iframe>` : '';
  const text = letter.text ? `<h2>Text</h2><pre>${withLinks(letter.text)}</pre>` : '';
  return page(letter.subject, `<p><a href="/">Mailbox</a></p><h1>${escapeHtml(letter.subject || '(no subject)')}</h1><dl>${lines.join('')}</dl>${html}${text}`);
}

const withLinks = (text: string): string => escapeHtml(text).replace(/https?:\/\/[^\s<>&]+(?:&#38;[^\s<>&]+)*/g, (link) => `<a href="${link}" rel="noreferrer">${link}</a>`);
