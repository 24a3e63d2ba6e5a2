import { dateFormat, defineTexts, type Language, wallTimeAt } from '@app/platform';

/** One line of the page, wherever it was read. */
export interface LiteItem {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly title: string;
  /** What it is, where it is no ordinary session: "Workshop". */
  readonly kind?: string;
  readonly where: string | null;
  readonly link: string | null;
  readonly isCancelled: boolean;
}

export const liteTexts = defineTexts({
  fr: { title: 'Mon agenda', empty: 'Rien n’est prévu ces prochaines semaines.', cancelled: 'annulé', join: 'Rejoindre', asOf: 'État au {at, date, long}, {at, time, short}.', full: 'Version complète', signIn: 'Connectez-vous pour voir votre agenda.', open: 'Se connecter' },
  nl: { title: 'Mijn agenda', empty: 'Er staat de komende weken niets gepland.', cancelled: 'geannuleerd', join: 'Deelnemen', asOf: 'Stand op {at, date, long}, {at, time, short}.', full: 'Volledige versie', signIn: 'Meld u aan om uw agenda te zien.', open: 'Aanmelden' },
  de: { title: 'Mein Terminplan', empty: 'In den nächsten Wochen ist nichts geplant.', cancelled: 'abgesagt', join: 'Teilnehmen', asOf: 'Stand: {at, date, long}, {at, time, short}.', full: 'Vollständige Version', signIn: 'Melden Sie sich an, um Ihren Terminplan zu sehen.', open: 'Anmelden' },
  en: { title: 'My agenda', empty: 'Nothing is planned in the coming weeks.', cancelled: 'cancelled', join: 'Join', asOf: 'As of {at, date, long}, {at, time, short}.', full: 'Full version', signIn: 'Sign in to see your agenda.', open: 'Sign in' },
});

const MOST = 60;

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The agenda as HTML alone, for slow lines and old phones: no script, no style, no image; the browser's own look. */
export function litePage(items: readonly LiteItem[], { language, now, zone }: { readonly language: Language; readonly now: Date; readonly zone: string }): string {
  const days = new Map<string, string[]>();
  for (const item of items.slice(0, MOST)) {
    const { date } = wallTimeAt(item.startsAt, item.zone);
    days.set(date, [...(days.get(date) ?? []), line(item, language)]);
  }
  const heading = dateFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const list = [...days].map(([date, lines]) => `<h2>${capitalised(heading.format(new Date(`${date}T12:00:00Z`)))}</h2>\n<ul>\n${lines.join('\n')}\n</ul>`).join('\n');
  const foot = `<p><small>${liteTexts.render('asOf', language, { at: now }, { zone })} <a href="/agenda">${liteTexts.render('full', language)}</a></small></p>`;
  return liteFrame(language, `${list || `<p>${liteTexts.render('empty', language)}</p>`}\n${foot}`);
}

export function liteFrame(language: Language, content: string): string {
  const title = liteTexts.render('title', language);
  return `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><link rel="icon" href="/icon.svg" type="image/svg+xml"><title>${title}</title></head>\n<body><main>\n<h1>${title}</h1>\n${content}\n</main></body></html>\n`;
}

function line({ startsAt, endsAt, zone, title, kind, where, link, isCancelled }: LiteItem, language: Language): string {
  const hours = `<time datetime="${startsAt.toISOString()}">${wallTimeAt(startsAt, zone).time}</time>–${wallTimeAt(endsAt, zone).time}`;
  const name = isCancelled ? `<s>${escapeHtml(title)}</s> (${liteTexts.render('cancelled', language)})` : `<b>${escapeHtml(title)}</b>`;
  const what = kind ? ` (${escapeHtml(kind)})` : '';
  const place = where ? `, ${escapeHtml(where)}` : '';
  const join = link && !isCancelled && /^https?:\/\//.test(link) ? ` <a href="${escapeHtml(link)}">${liteTexts.render('join', language)}</a>` : '';
  return `<li>${hours} ${name}${what}${place}${join}</li>`;
}

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
