import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { speak, spoken } from '~/lib/i18n/i18n';
import { useSession } from '~/lib/session';
import { useRoleNameIn } from '~/lib/use-role-name';
import { rememberCentre, roles, useCentreOrNone, useViewer } from '~/lib/viewer';
import { ActionMenu } from '~/ui/action-menu';
import { BareButton } from '~/ui/bare-button';
import { IconButton } from '~/ui/button';
import { IconBuilding, IconChevronDown, IconLanguage, IconLogout, IconSearch, IconUser } from '~/ui/icons';
import { PlainLink } from '~/ui/link';
import { Logo } from '~/ui/logo';
import { Avatar, Kbd } from '~/ui/surface';
import { BellLink } from './bell-link';

export function TopBar({ onFind }: { readonly onFind: () => void }) {
  const { t } = useLingui();
  return (
    <header className="shell-top">
      <PlainLink to="/" className="only-phone flex-none rounded-[9px]" aria-label={t`Tremplin, to Today`}>
        <Logo size={30} />
      </PlainLink>
      <CentreSwitch />
      <div className="grow" />
      <BareButton className="finder" onPress={onFind}>
        <IconSearch aria-hidden />
        <span>
          <Trans>Search or do something…</Trans>
        </span>
        <Kbd>Ctrl K</Kbd>
      </BareButton>
      <IconButton label={t`Search or do something…`} className="only-phone" onPress={onFind}>
        <IconSearch />
      </IconButton>
      <BellLink />
      <LanguageMenu />
      <PersonMenu />
    </header>
  );
}

/** A name to read for those who belong to one centre, a choice for those who belong to several. */
function CentreSwitch() {
  const { t } = useLingui();
  const viewer = useViewer();
  const centre = useCentreOrNone();
  const roleName = useRoleNameIn();
  const navigate = useNavigate();
  if (!centre) return null;
  if (viewer.centres.length === 1) {
    return (
      <p className="centre">
        <span>{centre.name}</span>
      </p>
    );
  }
  const choose = (id: string): void => {
    rememberCentre(id);
    void navigate({ to: '/', search: { centre: id } });
  };
  const items = viewer.centres.map((one) => ({
    id: one.id,
    name: one.name,
    icon: <IconBuilding aria-hidden />,
    ticked: one.id === centre.id,
    help: roles.filter((role) => one.roles.includes(role)).map((role) => roleName(one.words, role)).join(', '),
    run: () => choose(one.id),
  }));
  return (
    <ActionMenu items={items} className="centre" placement="bottom start" label={t`${centre.name}, change centre`}>
      <span>{centre.name}</span>
      <IconChevronDown aria-hidden />
    </ActionMenu>
  );
}

export function LanguageMenu() {
  const { t } = useLingui();
  const session = useSession();
  const choose = async (language: Language): Promise<void> => {
    await speak(language);
    await session.rememberLanguage?.(language);
  };
  const items = languages.map((language) => ({ id: language, name: nameOf[language], lang: language, ticked: language === spoken(), run: () => void choose(language) }));
  return (
    <ActionMenu items={items} className="icon-button" placement="bottom end" label={t`Language`} tip={t`Language`}>
      <IconLanguage aria-hidden />
    </ActionMenu>
  );
}

function PersonMenu() {
  const { t } = useLingui();
  const viewer = useViewer();
  const session = useSession();
  const navigate = useNavigate();
  const items = [
    { id: 'me', name: viewer.name, help: viewer.email ?? undefined, icon: <IconUser aria-hidden />, run: () => void navigate({ to: '/me' }) },
    { id: 'out', name: t`Sign out`, icon: <IconLogout aria-hidden />, run: () => void session.signOut() },
  ];
  return (
    <ActionMenu items={items} className="person-button" placement="bottom end" label={t`${viewer.name}: profile and sign-out`}>
      <Avatar name={viewer.name} id={viewer.personId} />
    </ActionMenu>
  );
}
