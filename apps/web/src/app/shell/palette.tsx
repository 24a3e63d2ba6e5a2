import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { speak } from '~/lib/i18n/i18n';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { chooseTheme } from '~/lib/appearance';

import { useSession } from '~/lib/session';
import { hasRole, useCentreOrNone, useViewer } from '~/lib/viewer';
import { type CommandGroup, CommandList } from '~/ui/command-list';
import { IconCalendarWeek, IconKeyboard, IconLanguage, IconMoon, IconSun, IconUser, IconUserPlus } from '~/ui/icons';
import { navigationFor } from './navigation';
import { useFindPeople } from './use-find-people';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** Everything the app can do, one shortcut away. */
export default function Palette({ onClose, onKeys }: PaletteProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const people = usePeopleGroup(typed);
  const groups = [...people, ...usePlaces(), ...useDeeds(), ...useSettings(onKeys)].filter((group) => group.commands.length > 0);
  return <CommandList label={t`Search or do something`} placeholder={t`A person, a page, something to do…`} groups={groups} onClose={onClose} onType={setTyped} />;
}

function usePeopleGroup(typed: string): readonly CommandGroup[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const centre = useCentreOrNone();
  const found = useFindPeople(hasRole(centre, 'coordinator', 'manager') ? centre?.id : undefined, typed);
  const commands = found.map((person) => ({
    id: `person-${person.id}`,
    name: person.name,
    help: person.help,
    icon: <IconUser aria-hidden />,
    run: () => void navigate({ to: '/people', search: { person: person.id } }),
  }));
  return [{ id: 'people', name: t`People`, commands }];
}

function usePlaces(): readonly CommandGroup[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const visitor = { centre: useCentreOrNone(), platformAdmin: useViewer().platformAdmin };
  const items = navigationFor(visitor).flatMap((group) => group.items);
  const commands = items.map((item) => {
    const Icon = item.icon;
    return { id: `go-${item.to}`, name: t(item.name), icon: <Icon aria-hidden />, run: () => void navigate({ to: item.to }) };
  });
  return [{ id: 'go', name: t`Go to`, commands }];
}

function useDeeds(): readonly CommandGroup[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const centre = useCentreOrNone();
  if (!hasRole(centre, 'coordinator', 'manager')) return [];
  const commands = [
    { id: 'book', name: t`Book a room`, icon: <IconCalendarWeek aria-hidden />, run: () => void navigate({ to: '/week', search: { do: 'book' } }) },
    { id: 'invite', name: t`Invite people`, icon: <IconUserPlus aria-hidden />, run: () => void navigate({ to: '/people', search: { do: 'invite' } }) },
  ];
  return [{ id: 'do', name: t`Do`, commands }];
}

function useSettings(onKeys: () => void): readonly CommandGroup[] {
  const { t } = useLingui();
  const session = useSession();
  const choose = async (language: Language): Promise<void> => {
    await speak(language);
    await session.rememberLanguage?.(language);
  };
  const commands = [
    { id: 'light', name: t`Light appearance`, icon: <IconSun aria-hidden />, run: () => chooseTheme('light') },
    { id: 'dark', name: t`Dark appearance`, icon: <IconMoon aria-hidden />, run: () => chooseTheme('dark') },
    { id: 'keys', name: t`Keyboard`, icon: <IconKeyboard aria-hidden />, run: onKeys },
    ...languages.map((language) => ({ id: `speak-${language}`, name: nameOf[language], icon: <IconLanguage aria-hidden />, run: () => void choose(language) })),
  ];
  return [{ id: 'settings', name: t`Settings`, commands }];
}
