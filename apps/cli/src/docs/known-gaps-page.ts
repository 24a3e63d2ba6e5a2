interface Part {
  readonly name: string;
  readonly text: string;
}

/** docs/known-gaps.md: where every part of the house says what it lacks. */
export function knownGapsPage(parts: readonly Part[]): string {
  const lines = [...parts].sort((a, b) => a.name.localeCompare(b.name)).map(({ name, text }) => `- [${titleOf(text) ?? name}](known-gaps/${name}.md)`);
  return `${[INTRODUCTION, lines.join('\n')].join('\n\n')}\n`;
}

const titleOf = (text: string): string | undefined => /^# +(.+)$/m.exec(text)?.[1]?.trim();

const INTRODUCTION = `# Known gaps

What is missing or thin, said by those who built it; a line goes when the gap does. This page is printed from the folder: \`npm run docs:print\`.`;
