import { Trans } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Logo } from '~/ui';
import { LanguageSwitch } from './language-switch';

interface PorchProps {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
}

/** What stands before the door: sign-in, invitation, reset, set-up. */
export function Porch({ title, intro, children, wide = false }: PorchProps) {
  return (
    <div className="porch">
      <header className="porch-top">
        <span className="brand">
          <Logo size={34} />
          Tremplin
        </span>
        <LanguageSwitch />
      </header>
      <main className="porch-main">
        <div className={wide ? 'porch-card wide' : 'porch-card'}>
          <h1>{title}</h1>
          {intro !== undefined && <p className="text-muted mt-1.5">{intro}</p>}
          <div className="mt-6">{children}</div>
        </div>
      </main>
      <footer className="porch-foot">
        <span>
          <Trans>Tremplin is free software for training centres.</Trans>
        </span>
      </footer>
    </div>
  );
}
