import { type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx';

interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  readonly title?: ReactNode;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** Without padding, for tables and lists that reach the edge. */
  readonly flush?: boolean;
  readonly level?: 2 | 3;
}

export function Card({ title, intro, actions, flush = false, level = 2, className, children, ...props }: CardProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  return (
    <section {...props} className={cx('card', className)} data-pad={flush ? undefined : ''}>
      {title !== undefined && (
        <header className={cx('card-head', flush && 'px-5 pt-5')}>
          <div>
            <Title className="card-title">{title}</Title>
            {intro !== undefined && <p className="card-intro">{intro}</p>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  );
}

export type BadgeTone = 'plain' | 'action' | 'good' | 'warn' | 'bad' | 'next';
export const Badge = ({ tone = 'plain', icon, children }: { readonly tone?: BadgeTone; readonly icon?: ReactNode; readonly children: ReactNode }) => (
  <span className="badge" data-tone={tone}>
    {icon}
    {children}
  </span>
);

/** The same thing has the same tint everywhere: a number from 1 to 5 out of its id. */
export function tintOf(id: string): 1 | 2 | 3 | 4 | 5 {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return ((sum % 5) + 1) as 1 | 2 | 3 | 4 | 5;
}

interface AvatarProps {
  readonly name: string;
  readonly id?: string;
  readonly size?: 'small' | 'normal' | 'large';
}

/** Initials on a tint, drawn by style: the name stands beside them or in the label, so readers need not hear it twice. */
export function Avatar({ name, id, size = 'normal' }: AvatarProps) {
  const words = name.trim().split(/\s+/);
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0) ?? '').join('');
  return (
    <span className={`avatar tint-${tintOf(id ?? name)}`} data-size={size} data-initials={initials.toLocaleUpperCase()} aria-hidden />
  );
}

export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
}
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map((fact, index) => (
      <div key={index} className="contents">
        <dt>{fact.name}</dt>
        <dd>{fact.value}</dd>
      </div>
    ))}
  </dl>
);

interface RowProps {
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  readonly help?: ReactNode;
  readonly children?: ReactNode;
}
export const Rows = ({ children, label }: { readonly children: ReactNode; readonly label?: string }) => (
  <ul className="rows" aria-label={label}>
    {children}
  </ul>
);
export const Row = ({ lead, title, help, children }: RowProps) => (
  <li>
    <div className="row">
      {lead}
      <div className="row-text">
        <div className="row-title">{title}</div>
        {help !== undefined && <div className="row-help">{help}</div>}
      </div>
      {children}
    </div>
  </li>
);

export const Stat = ({ figure, name, help }: { readonly figure: ReactNode; readonly name: ReactNode; readonly help?: ReactNode }) => (
  <div className="stat">
    <span className="stat-figure">{figure}</span>
    <span className="stat-name">{name}</span>
    {help !== undefined && <span className="text-faint text-[0.8125rem]">{help}</span>}
  </div>
);

export const Kbd = ({ children }: { readonly children: ReactNode }) => <kbd>{children}</kbd>;
