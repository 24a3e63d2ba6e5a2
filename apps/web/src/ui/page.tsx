import { type ReactNode } from 'react';
import { cx } from './cx';

interface PageProps {
  readonly title: ReactNode;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Dense pages are for work at a desk: 13 px and 38 px rows with a mouse, large targets for fingers all the same. */
  readonly density?: 'calm' | 'dense';
  readonly width?: 'reading' | 'normal' | 'full';
}

export function Page({ title, intro, actions, children, density = 'calm', width = 'normal' }: PageProps) {
  return (
    <div className={cx('page', `page-${width}`)} data-density={density}>
      <header className="page-head">
        <div className="page-words">
          <h1 className="page-title">{title}</h1>
          {intro !== undefined && <p className="page-intro">{intro}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
