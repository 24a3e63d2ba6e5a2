import { useLingui } from '@lingui/react/macro';
import { type Role, useCentreOrNone } from './viewer';
import { roleNames } from './words';

/** What the centre that is looked at calls a role; our word where it has none of its own. */
export function useRoleName(): (role: Role) => string {
  const { t, i18n } = useLingui();
  const centre = useCentreOrNone();
  return (role) => centre?.words.find(({ word, language }) => word === role && language === i18n.locale)?.own ?? t(roleNames[role]);
}
