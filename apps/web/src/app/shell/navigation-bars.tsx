import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useCentreOrNone, useViewer } from '~/lib/viewer';
import { Dialog } from '~/ui/dialog';
import { IconMore } from '~/ui/icons';
import { PlainLink } from '~/ui/link';
import { BareButton } from '~/ui/menu';
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

function NavigationLink({ item, className, onClick }: { readonly item: NavigationItem; readonly className: string; readonly onClick?: () => void }) {
  const { t } = useLingui();
  const Icon = item.icon;
  return (
    <PlainLink to={item.to} className={className} activeOptions={{ exact: item.to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }} onClick={onClick}>
      <Icon aria-hidden />
      <span>{t(item.name)}</span>
    </PlainLink>
  );
}

export function BottomNavigation() {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { shown, more } = bottomFor(useVisitor());
  return (
    <nav className="bottom-nav" aria-label={t`Main navigation`}>
      {shown.map((item) => (
        <NavigationLink key={item.to} item={item} className="bottom-item" />
      ))}
      {more.length > 0 && (
        <BareButton className="bottom-item" onPress={() => setOpen(true)} aria-haspopup="dialog">
          <IconMore aria-hidden />
          <span>
            <Trans>More</Trans>
          </span>
        </BareButton>
      )}
      <Dialog isOpen={open} onClose={() => setOpen(false)} title={t`More`}>
        <ul className="-mx-2 -mt-2">
          {more.map((item) => (
            <li key={item.to}>
              <NavigationLink item={item} className="menu-item" onClick={() => setOpen(false)} />
            </li>
          ))}
        </ul>
      </Dialog>
    </nav>
  );
}
