import { useLingui } from '@lingui/react/macro';
import { useCentre } from '~/lib/viewer';
import { ownWord } from '~/lib/words';

/** What the centre calls one cohort, where the word stands alone. */
export function useCohortWord(): string {
  const { t, i18n } = useLingui();
  return ownWord(useCentre().words, 'cohort', i18n.locale) ?? t`Cohort`;
}
