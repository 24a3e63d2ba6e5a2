import { Trans } from '@lingui/react/macro';
import { type CSSProperties, type ReactNode } from 'react';
import { IconAlert, IconCircleCheck, IconInfoCircle } from './icons';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const toneIcons = { info: IconInfoCircle, good: IconCircleCheck, warn: IconAlert, bad: IconAlert } as const;
export const ToneIcon = ({ tone }: { readonly tone: Tone }) => {
  const Icon = toneIcons[tone];
  return <Icon aria-hidden />;
};

interface BannerProps {
  readonly tone?: Tone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Read aloud when it appears: refusals and losses, not mere notes. */
  readonly announce?: boolean;
}

export function Banner({ tone = 'info', title, children, action, announce = tone === 'bad' }: BannerProps) {
  return (
    <div className="banner" data-tone={tone} role={announce ? 'alert' : undefined}>
      <ToneIcon tone={tone} />
      <div className="banner-text">
        {title !== undefined && <p className="banner-title">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}

export const Skeleton = ({ width = '100%', height = '1em' }: { readonly width?: CSSProperties['width']; readonly height?: CSSProperties['height'] }) => (
  <span className="skeleton" style={{ width, height }} aria-hidden />
);

/** The shape of a list that is on its way. */
export function SkeletonRows({ rows = 5 }: { readonly rows?: number }) {
  return (
    <div role="status">
      <span className="seen-by-readers-only">
        <Trans>Loading…</Trans>
      </span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="row" aria-hidden>
          <Skeleton width="2.25rem" height="2.25rem" />
          <div className="row-text flex flex-col gap-2">
            <Skeleton width={`${38 + ((index * 17) % 30)}%`} height="0.8em" />
            <Skeleton width={`${20 + ((index * 23) % 25)}%`} height="0.7em" />
          </div>
        </div>
      ))}
    </div>
  );
}

interface EmptyProps {
  readonly title: ReactNode;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 2 | 3;
}

/** Nothing here yet: the springboard's rising arc, what to do first, and the button that does it. */
export function EmptyState({ title, children, actions, level = 2 }: EmptyProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <div className="empty">
      <RisingArc />
      <Title>{title}</Title>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="empty-actions">{actions}</div>}
    </div>
  );
}

function RisingArc() {
  return (
    <svg viewBox="0 0 120 64" fill="none" aria-hidden>
      <path d="M4 58h112" stroke="var(--line)" strokeWidth="2" strokeLinecap="round" />
      <path d="M10 57h36" stroke="currentColor" strokeWidth="5" strokeLinecap="round" />
      <path d="M30 54C62 52 84 38 95 15" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeDasharray="1 7" opacity=".75" />
      <circle cx="98" cy="8" r="6" fill="var(--next)" />
    </svg>
  );
}

export const Spinner = ({ label }: { readonly label: string }) => <span className="spinner inline-block" role="img" aria-label={label} />;
