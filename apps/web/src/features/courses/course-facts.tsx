import { useLingui } from '@lingui/react/macro';
import { Badge } from '~/ui';
import { languageName, levelNames, subjectNames } from './words';

export function CourseBadges({ subject, level, languages }: { readonly subject: string; readonly level?: string | null; readonly languages: readonly string[] }) {
  const { t } = useLingui();
  const [field, height] = [subjectNames[subject], level ? levelNames[level] : undefined];
  return (
    <span className="flex flex-wrap gap-2">
      {field && <Badge tone="action">{t(field)}</Badge>}
      {height && <Badge>{t(height)}</Badge>}
      {languages.map((language) => (
        <Badge key={language}>
          <span lang={language}>{languageName(language)}</span>
        </Badge>
      ))}
    </span>
  );
}
