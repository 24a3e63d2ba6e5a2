import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { plusDays } from '~/lib/days';
import { type Rule } from './operations';
import { kindNames, partNames } from './words';

/** A Monday, for names of week days. */
const MONDAY = '2026-11-23';

/** A rule as a sentence. */
export function useRuleText(): { when(rule: Rule): string; whom(rule: Rule): string } {
  const { t, i18n } = useLingui();
  const weekday = (day: number): string => i18n.date(new Date(`${plusDays(MONDAY, day - 1)}T12:00:00Z`), { weekday: 'long', timeZone: 'UTC' });
  const kinds = (rule: Rule): string => (rule.kinds.length === 0 ? t`everything` : rule.kinds.map((kind) => (kindNames[kind] ? t(kindNames[kind]) : kind)).join(', '));
  return {
    when: (rule) => {
      const at = rule.at?.slice(0, 5) ?? '';
      if (rule.trigger === 'WEEKLY') return t`Every ${weekday(rule.weekday ?? 5)} at ${at}: the week to come`;
      const amount = rule.amount ?? 1;
      if (rule.unit === 'HOURS') return plural(amount, { one: '# hour before', other: '# hours before' });
      const days = plural(amount, { one: '# day before', other: '# days before' });
      return at === '' ? days : t`${days}, at ${at}`;
    },
    whom: (rule) => {
      const parts = rule.parts.map((part) => t(partNames[part])).join(', ');
      return rule.firstOnly ? t`first days · ${parts}` : `${kinds(rule)} · ${parts}`;
    },
  };
}
