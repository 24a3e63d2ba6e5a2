import { type KeyboardEvent, lazy, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import { BareButton } from './bare-button';

export interface ActionItem {
  readonly id: string;
  readonly name: string;
  readonly icon?: ReactNode;
  readonly help?: string;
  readonly ticked?: boolean;
  /** Language of the name where it is not the page's. */
  readonly lang?: string;
  readonly run: () => void;
}

interface ActionMenuProps {
  readonly items: readonly ActionItem[];
  readonly label?: string;
  readonly tip?: string;
  readonly className: string;
  readonly placement: 'bottom start' | 'bottom end' | 'top end';
  readonly children: ReactNode;
}

const ActionList = lazy(() => import('./action-list'));
export interface ActionListProps extends Pick<ActionMenuProps, 'items' | 'placement'> {
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly label: string | undefined;
  readonly onClose: () => void;
}

/** A menu of the shell: its button is there at once, the list and all its keyboard manners come with the first press. */
export function ActionMenu({ items, label, tip, className, placement, children }: ActionMenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setOpen(true);
  };
  return (
    <span onKeyDown={onKeyDown} className="contents">
      <BareButton ref={trigger} className={className} onPress={() => setOpen(true)} aria-label={label} aria-haspopup="menu" aria-expanded={open} data-tip={tip}>
        {children}
      </BareButton>
      {open && (
        <Suspense>
          <ActionList trigger={trigger} label={label} items={items} placement={placement} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </span>
  );
}
