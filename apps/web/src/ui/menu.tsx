import { type ReactElement, type ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, type MenuItemProps as AriaMenuItemProps, MenuTrigger } from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { IconButton } from './button';
import { IconCheck, IconDots } from './icons';

interface MenuProps {
  /** The button that opens it: pass a Button or an IconButton. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly placement?: PopoverProps['placement'];
}

export function Menu({ trigger, children, placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" offset={6} placement={placement}>
        <AriaMenu className="menu">{children}</AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface ItemProps extends Omit<AriaMenuItemProps, 'children' | 'className' | 'style'> {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly help?: ReactNode;
  readonly tone?: 'bad';
  readonly ticked?: boolean;
}

export function MenuItem({ icon, children, help, tone, ticked, ...props }: ItemProps) {
  return (
    <AriaMenuItem {...props} className="menu-item" data-tone={tone} textValue={props.textValue ?? (typeof children === 'string' ? children : undefined)}>
      {icon}
      <span className="menu-item-text">
        {children}
        {help !== undefined && <span className="menu-item-help">{help}</span>}
      </span>
      {ticked && <IconCheck className="menu-tick" aria-hidden />}
    </AriaMenuItem>
  );
}

export const MenuSeparator = () => <Separator className="menu-separator" />;

/** The three dots at the end of a row. */
export const RowMenu = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <Menu
    trigger={
      <IconButton label={label} size="small">
        <IconDots />
      </IconButton>
    }
  >
    {children}
  </Menu>
);
