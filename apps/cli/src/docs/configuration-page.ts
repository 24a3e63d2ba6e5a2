import { describeSettings, Settings } from '@app/platform';

const GROUPS = { web: 'Web', database: 'Database', queue: 'Queue', mail: 'Mail', security: 'Security', storage: 'Storage', operations: 'Operations' } as const;

/** docs/configuration.md: what each setting means, as the settings themselves say it. */
export function configurationPage(): string {
  const defaults = new Settings() as unknown as Readonly<Record<string, unknown>>;
  const sections = Object.entries(GROUPS).map(([group, title]) => {
    const rows = [...describeSettings()]
      .filter(([, setting]) => setting.group === group)
      .map(([name, { meaning, secret, defaultText }]) => `| \`${name}\` | ${defaultText ?? `\`${String(defaults[name])}\``} | ${meaning}${secret ? ' **Secret.**' : ''} |`);
    return [`## ${title}`, '', '| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Settings

Environment variables; all have a default or may be left out, so \`npm start\` needs none. Wrong values stop the start with all faults listed.
Secret ones are never logged or shown. This page is printed from the code: \`npm run docs:print\`.`;
