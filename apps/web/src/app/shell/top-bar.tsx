import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { speak, spoken } from '~/lib/i18n/i18n';
import { useSession } from '~/lib/session';
import { rememberCentre, roles, useCentreOrNone, useViewer } from '~/lib/viewer';
import { roleNames } from '~/lib/words';
import { IconButton } from '~/ui/button';
import { IconBuilding, IconChevronDown, IconLanguage, IconLogout, IconSearch, IconUser } from '~/ui/icons';
import { PlainLink } from '~/ui/link';
import { Logo } from '~/ui/logo';
import { BareButton, Menu, MenuItem, MenuSeparator } from '~/ui/menu';
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
  return (
    <Menu
      placement="bottom start"
      trigger={
        <BareButton className="centre" aria-label={t`${centre.name}, change centre`}>
          <span>{centre.name}</span>
          <IconChevronDown aria-hidden />
        </BareButton>
      }
    >
      {viewer.centres.map((one) => (
        <MenuItem
          key={one.id}
          id={one.id}
          icon={<IconBuilding aria-hidden />}
          onAction={() => choose(one.id)}
          ticked={one.id === centre.id}
          textValue={one.name}
          help={roles.filter((role) => one.roles.includes(role)).map((role) => t(roleNames[role])).join(', ')}
        >
          {one.name}
        </MenuItem>
      ))}
    </Menu>
  );
}

export function LanguageMenu() {
  const { t } = useLingui();
  const session = useSession();
  const choose = async (language: Language): Promise<void> => {
    await speak(language);
    await session.rememberLanguage?.(language);
  };
  return (
    <Menu
      trigger={
        <IconButton label={t`Language`}>
          <IconLanguage />
        </IconButton>
      }
    >
      {languages.map((language) => (
        <MenuItem key={language} id={language} onAction={() => void choose(language)} ticked={language === spoken()} textValue={nameOf[language]}>
          <span lang={language}>{nameOf[language]}</span>
        </MenuItem>
      ))}
    </Menu>
  );
}

function PersonMenu() {
  const { t } = useLingui();
  const viewer = useViewer();
  const session = useSession();
  const navigate = useNavigate();
  return (
    <Menu
      trigger={
        <BareButton className="person-button" aria-label={t`${viewer.name}: profile and sign-out`}>
          <Avatar name={viewer.name} id={viewer.personId} />
        </BareButton>
      }
    >
      <MenuItem id="me" icon={<IconUser aria-hidden />} onAction={() => void navigate({ to: '/me' })} textValue={viewer.name} help={viewer.email}>
        {viewer.name}
      </MenuItem>
      <MenuSeparator />
      <MenuItem id="out" icon={<IconLogout aria-hidden />} onAction={() => void session.signOut()}>
        {t`Sign out`}
      </MenuItem>
    </Menu>
  );
}

