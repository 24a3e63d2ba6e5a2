import { useLingui } from '@lingui/react/macro';
import { Badge } from '~/ui';
import { languageName, levelNames, subjectNames } from './words';

/** Free unless the centre says a price. */
export function Price({ price }: { readonly price?: string | null }) {
  const { t } = useLingui();
  return <Badge tone={price ? 'plain' : 'good'}>{price ?? t`Free`}</Badge>;
}

/** Whether people can come now: its lessons are open to every member, or the next cohort takes registrations. */
export function Openness({ readers, cohorts }: { readonly readers: string; readonly cohorts: readonly { readonly startsOn: string; readonly site: string; readonly isOpen: boolean }[] }) {
  const { t, i18n } = useLingui();
  const next = cohorts.find(({ isOpen }) => isOpen) ?? cohorts[0];
  const day = next && i18n.date(`${next.startsOn}T12:00:00`, { day: 'numeric', month: 'long' });
  return (
    <span className="flex flex-wrap gap-2">
      {readers === 'members' && <Badge tone="good">{t`Open to all members`}</Badge>}
      {next && <Badge tone={next.isOpen ? 'good' : 'plain'}>{next.isOpen ? t`Registration open: ${day}, ${next.site}` : t`Next: ${day}, ${next.site}`}</Badge>}
      {readers !== 'members' && !next && <Badge>{t`No date yet`}</Badge>}
    </span>
  );
}

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
