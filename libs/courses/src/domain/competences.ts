import { type SkillRef } from './curriculum.js';

export interface CompetenceEntry {
  readonly framework: SkillRef['framework'];
  /** "1.2" of DigComp, the URI of ESCO. */
  readonly code: string;
  readonly kind: 'area' | 'competence' | 'skill' | 'knowledge';
  readonly language: string;
  readonly label: string;
  readonly description: string;
}

type Cells = Readonly<Record<string, string>>;

/** How the two frameworks are published: which columns tell one from the other, and what a row says. */
interface FrameworkFile {
  readonly columns: readonly string[];
  readonly entries: (rows: readonly Cells[], language: string) => readonly CompetenceEntry[];
}

const DIGCOMP_PLACE = /^digcomp\.(area|competence)\.(\d+(?:\.\d+)?)\.(label|description)$/;

interface DigcompEntry {
  readonly kind: 'area' | 'competence';
  readonly code: string;
  readonly texts: Record<string, { label: string; description: string }>;
}

function readDigcomp(row: Cells, language: string, found: Map<string, DigcompEntry>): void {
  const [, kind, code, field] = DIGCOMP_PLACE.exec(row['location'] ?? '') ?? [];
  if (!kind || !code || !field) return;
  const entry = found.get(code) ?? { kind: kind === 'area' ? 'area' : 'competence', code, texts: {} };
  found.set(code, entry);
  for (const [name, text] of languagesOf(row, language)) entry.texts[name] = { label: '', description: '', ...entry.texts[name], [field]: text };
}

const languagesOf = ({ source = '', target = '' }: Cells, language: string): readonly (readonly [string, string])[] => (language === 'en' ? [['en', source]] : [['en', source], [language, target]]);

/** Translators' files of DigComp: a place, the English text, and its translation where there is one. */
const digcomp: FrameworkFile = {
  columns: ['location', 'source', 'target'],
  entries: (rows, language) => {
    const found = new Map<string, DigcompEntry>();
    for (const row of rows) readDigcomp(row, language, found);
    return [...found.values()].flatMap(({ kind, code, texts }) => Object.entries(texts).map(([name, text]) => ({ framework: 'digcomp' as const, kind, code, language: name, ...text })));
  },
};

/** Collections of the ESCO portal: one row a skill. */
const esco: FrameworkFile = {
  columns: ['concepturi', 'preferredlabel', 'skilltype', 'description'],
  entries: (rows, language) =>
    rows
      .filter((row) => /^https?:\/\/data\.europa\.eu\/esco\/skill\//.test(row['concepturi'] ?? ''))
      .map((row) => ({
        framework: 'esco',
        code: row['concepturi'] ?? '',
        kind: row['skilltype'] === 'knowledge' ? 'knowledge' : 'skill',
        language,
        label: row['preferredlabel'] ?? '',
        description: row['description'] ?? '',
      })),
};

const LONGEST_LABEL = 500;

/** Competences of a file; undefined where its columns are of neither framework. The language is that of the file's name: "…_en.csv", "….nl.csv". */
export function competencesOf(header: readonly string[], rows: readonly (readonly string[])[], fileName: string): readonly CompetenceEntry[] | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  const file = [digcomp, esco].find(({ columns }) => columns.every((column) => names.includes(column)));
  const cells = rows.map((row) => Object.fromEntries(names.map((name, index) => [name, (row[index] ?? '').trim()])));
  const language = /[._-]([a-z]{2})\.(?:csv|xlsx)$/i.exec(fileName)?.[1]?.toLowerCase() ?? 'en';
  return file?.entries(cells, language).filter(({ label }) => label !== '' && label.length <= LONGEST_LABEL);
}
