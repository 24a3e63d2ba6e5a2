import { dateFormat, type Language } from '@app/platform';
import { dataPageTexts } from './data-page.texts.js';
import { dataFieldTexts } from './data-page-fields.texts.js';

type Row = Readonly<Record<string, unknown>>;

/** An export as app.make_export gathers it. */
export interface ExportedData {
  readonly madeAt: string;
  readonly organisations: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, readonly Row[]>>;
}

/** In which part of the page a table stands; one that is in none holds numbers of ours alone. */
const PARTS = {
  profile: ['profile', 'membership', 'invitation'],
  account: ['account', 'platform_admin', 'address_change'],
  schedule: ['attendee', 'attendance_mark', 'absence_notice', 'absence_proof', 'reservation', 'unavailability', 'availability', 'availability_rule', 'availability_exception', 'calendar_feed', 'calendar_invitation', 'calendar_strand', 'session_change'],
  learning: ['enrolment', 'waiting_place', 'seat', 'lesson_done', 'quiz_attempt'],
  messages: ['message', 'notice', 'recipient', 'paused_address'],
  'sign-in': ['session', 'second_factor', 'sign_in_identity', 'sign_in_link'],
  trail: ['audit_entry', 'audit_personal', 'change'],
} as const;

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);

/** One self-contained page in the person's language: no script, nothing loaded, made to be read and printed. */
export function dataPage(content: ExportedData, language: Language): string {
  const words = new Wording(content.organisations, language);
  const parts = Object.entries(PARTS).map(([topic, tables]) => {
    const shown = tables.flatMap((table) => section(words, table, content.data[table] ?? []));
    return `<section><h2>${words.page(`topic.${topic as keyof typeof PARTS}`)}</h2>${shown.join('') || `<p>${words.page('page.nothing')}</p>`}</section>`;
  });
  const told: readonly string[] = Object.values(PARTS).flat();
  const technical = Object.entries(content.data).reduce((sum, [table, rows]) => sum + (told.includes(table) ? 0 : rows.length), 0);
  const title = words.page('page.title');
  const intro = words.page('page.intro', { at: words.instant(content.madeAt) });
  const foot = words.page('page.technical', { count: technical });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${intro}</p>${parts.join('')}<p>${foot}</p></main></body></html>`;
}

/** The names by which tables and columns are shown; the tests compare them with the data catalogue. */
export const shownTables: readonly string[] = Object.values(PARTS).flat();
export const isShownField = (column: string): boolean => dataFieldTexts.has(`field.${column}`);

function section(words: Wording, table: string, rows: readonly Row[]): readonly string[] {
  const key = `table.${table}`;
  if (rows.length === 0 || !dataPageTexts.has(key)) return [];
  const entries = rows.map((row) => {
    const lines = Object.entries(row).flatMap(([column, value]) => {
      const [label, text] = [words.label(column), words.value(value)];
      return label && text ? [`<div><dt>${label}</dt><dd>${text}</dd></div>`] : [];
    });
    return lines.length > 0 ? `<dl>${lines.join('')}</dl>` : '';
  });
  return [`<h3>${words.page(key)} (${rows.length})</h3>`, ...entries];
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

class Wording {
  constructor(
    private readonly organisations: Readonly<Record<string, string>>,
    private readonly language: Language,
  ) {}

  page(key: Parameters<typeof dataPageTexts.render>[0], values: Readonly<Record<string, string | number>> = {}): string {
    return escaped(dataPageTexts.render(key, this.language, values));
  }

  label(column: string): string | undefined {
    const key = `field.${column}`;
    return dataFieldTexts.has(key) ? escaped(dataFieldTexts.render(key, this.language)) : undefined;
  }

  instant(text: string): string {
    return dateFormat(this.language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(new Date(text));
  }

  /** Empty for what says nothing to a person: an id of ours. */
  value(value: unknown): string {
    if (typeof value === 'string') return escaped(this.text(value));
    if (typeof value === 'boolean') return this.page(value ? 'page.yes' : 'page.no');
    if (typeof value === 'number') return String(value);
    if (Array.isArray(value)) return value.map((one) => this.value(one)).filter(Boolean).join(', ');
    if (value !== null && typeof value === 'object') return Object.values(value).map((one) => this.value(one)).filter(Boolean).join(' · ');
    return '';
  }

  private text(value: string): string {
    if (ID.test(value)) return this.organisations[value] ?? '';
    if (INSTANT.test(value)) return this.instant(value);
    if (DAY.test(value)) return dateFormat(this.language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${value}T12:00:00Z`));
    const key = `code.${value}`;
    return dataFieldTexts.has(key) ? dataFieldTexts.render(key, this.language) : value;
  }
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:1.5rem}main{max-width:46rem;margin:auto}h1{font-size:1.8rem;margin:0}
h2{margin:2.5rem 0 0;border-bottom:1px solid #8888;padding-bottom:.3rem}h3{margin:1.4rem 0 .4rem}dl{margin:0 0 .7rem;padding:.6rem .8rem;border:1px solid #8886;border-radius:10px;break-inside:avoid}
dl div{display:flex;gap:0 1rem;flex-wrap:wrap}dl div+div{margin-top:.5rem}dt{flex:0 0 11rem;opacity:.75}dd{margin:0;flex:1 1 14rem;overflow-wrap:anywhere}`;
