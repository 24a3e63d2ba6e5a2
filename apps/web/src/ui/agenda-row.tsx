import { type ReactNode } from 'react';
import { cx } from './cx';
import { tintOf } from './surface';

interface AgendaRowProps {
  readonly from: string;
  readonly until: string;
  /** Instants for machines. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: ReactNode;
  readonly help?: ReactNode;
  readonly badge?: ReactNode;
  /** The same for all that belongs together; its colour carries no meaning of its own. */
  readonly tint: string;
  readonly cancelled?: boolean;
  readonly next?: boolean;
  readonly children?: ReactNode;
}

/** One dated thing in a list of days: when, what, where. */
export function AgendaRow({ from, until, startsAt, endsAt, title, help, badge, tint, cancelled = false, next = false, children }: AgendaRowProps) {
  return (
    <li className={cx('agenda-row', `tint-${tintOf(tint)}`)} data-cancelled={cancelled || undefined} data-next={next || undefined}>
      <p className="agenda-time">
        <time dateTime={startsAt}>{from}</time>
        <time dateTime={endsAt} className="agenda-until">
          {until}
        </time>
      </p>
      <div className="agenda-text">
        <p className="agenda-title">{title}</p>
        {help !== undefined && help !== '' && <p className="agenda-help">{help}</p>}
      </div>
      {badge}
      {children}
    </li>
  );
}
