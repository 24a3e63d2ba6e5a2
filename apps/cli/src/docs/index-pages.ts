interface Part {
  readonly name: string;
  readonly text: string;
}

/** docs/known-gaps.md: where every part of the house says what it lacks. */
export const knownGapsPage = (parts: readonly Part[]): string => index(GAPS, parts, 'known-gaps/');

/** docs/decisions/README.md. */
export const decisionsPage = (parts: readonly Part[]): string => index(DECISIONS, parts, '');

function index(introduction: string, parts: readonly Part[], folder: string): string {
  const lines = [...parts].sort((a, b) => a.name.localeCompare(b.name)).map(({ name, text }) => `- [${titleOf(text) ?? name}](${folder}${name}.md)`);
  return `${[introduction, lines.join('\n')].join('\n\n')}\n`;
}

const titleOf = (text: string): string | undefined => /^# +(.+)$/m.exec(text)?.[1]?.trim();

const GAPS = `# Known gaps

What is missing or thin, said by those who built it; a line goes when the gap does. This page is printed from the folder: \`npm run docs:print\`.`;

const DECISIONS = `# Decisions

Half a page each: what was decided, what was left and why, what would change our mind. Never edited, only superseded. This page is printed from
the folder: \`npm run docs:print\`.`;
