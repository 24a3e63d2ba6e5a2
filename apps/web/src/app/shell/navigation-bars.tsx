import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useCentreOrNone, useViewer } from '~/lib/viewer';
import { ActionMenu } from '~/ui/action-menu';
import { IconMore } from '~/ui/icons';
import { PlainLink } from '~/ui/link';
import { bottomFor, type NavigationItem, navigationFor, type Visitor } from './navigation';

function useVisitor(): Visitor {
  return { centre: useCentreOrNone(), platformAdmin: useViewer().platformAdmin };
}

export function SideNavigation() {
  const { t } = useLingui();
  const groups = navigationFor(useVisitor());
  return (
    <nav aria-label={t`Main navigation`}>
      {groups.map((group) => (
        <div key={group.id} className="nav-group" role="group" aria-labelledby={`nav-${group.id}`}>
          <p className="nav-heading" id={`nav-${group.id}`}>
            {t(group.name)}
          </p>
          {group.items.map((item) => (
            <NavigationLink key={item.to} item={item} className="nav-item" />
          ))}
        </div>
      ))}
    </nav>
  );
}

function NavigationLink({ item, className }: { readonly item: NavigationItem; readonly className: string }) {
  const { t } = useLingui();
  const Icon = item.icon;
  return (
    <PlainLink to={item.to} className={className} activeOptions={{ exact: item.to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
      <Icon aria-hidden />
      <span>{t(item.name)}</span>
    </PlainLink>
  );
}

export function BottomNavigation() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { shown, more } = bottomFor(useVisitor());
  return (
    <nav className="bottom-nav" aria-label={t`Main navigation`}>
      {shown.map((item) => (
        <NavigationLink key={item.to} item={item} className="bottom-item" />
      ))}
      {more.length > 0 && (
        <ActionMenu
          className="bottom-item"
          placement="top end"
          items={more.map((item) => ({ id: item.to, name: t(item.name), icon: <item.icon aria-hidden />, run: () => void navigate({ to: item.to }) }))}
        >
          <IconMore aria-hidden />
          <span>
            <Trans>More</Trans>
          </span>
        </ActionMenu>
      )}
    </nav>
  );
}
