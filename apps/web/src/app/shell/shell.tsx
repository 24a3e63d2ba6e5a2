import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { PlainLink } from '~/ui/link';
import { Logo } from '~/ui/logo';
import { BottomNavigation, SideNavigation } from './navigation-bars';
import { OfflineBar } from './offline-bar';
import { TopBar } from './top-bar';
import { useShortcuts } from './use-shortcuts';

const Palette = lazy(() => import('./palette'));
const KeyboardMap = lazy(() => import('./keyboard-map'));

/** What is around every page of a person who signed in. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  useShortcuts({ onPalette: () => setOpen('palette'), onKeys: () => setOpen('keys') });
  const close = (): void => setOpen(null);
  return (
    <div className="shell">
      <a href="#main" className="skip">
        <Trans>Skip to the content</Trans>
      </a>
      <aside className="shell-nav" aria-label={t`Main navigation`}>
        <PlainLink to="/" className="brand" aria-label={t`Tremplin, to Today`}>
          <Logo size={32} />
          <span>Tremplin</span>
        </PlainLink>
        <SideNavigation />
      </aside>
      <TopBar onFind={() => setOpen('palette')} />
      <main id="main" className="shell-main" tabIndex={-1}>
        <OfflineBar />
        {children}
      </main>
      <BottomNavigation />
      <Suspense>
        {open === 'palette' && <Palette onClose={close} onKeys={() => setOpen('keys')} />}
        {open === 'keys' && <KeyboardMap onClose={close} />}
      </Suspense>
    </div>
  );
}
