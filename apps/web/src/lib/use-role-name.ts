import { useLingui } from '@lingui/react/macro';
import { type Role, useCentreOrNone } from './viewer';
import { ownWord, type OwnWords, roleNames } from './words';

/** What the centre that is looked at calls a role; our word where it has none of its own. */
export function useRoleName(): (role: Role) => string {
  const nameIn = useRoleNameIn();
  const centre = useCentreOrNone();
  return (role) => nameIn(centre?.words ?? [], role);
}

/** The same where several organisations are spoken of, or one that the person is not in yet. */
export function useRoleNameIn(): (words: OwnWords, role: Role) => string {
  const { t, i18n } = useLingui();
  return (words, role) => ownWord(words, role, i18n.locale) ?? t(roleNames[role]);
}
