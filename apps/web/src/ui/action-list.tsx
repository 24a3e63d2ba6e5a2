import { Menu } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { type ActionListProps } from './action-menu';
import { MenuItem } from './menu';

export default function ActionList({ trigger, label, items, placement, onClose }: ActionListProps) {
  return (
    <Popover className="popover" triggerRef={trigger} isOpen onOpenChange={(open) => !open && onClose()} placement={placement} offset={6} trigger="MenuTrigger">
      <Menu className="menu" autoFocus="first" aria-label={label} onClose={onClose}>
        {items.map((item) => (
          <MenuItem key={item.id} id={item.id} icon={item.icon} help={item.help} ticked={item.ticked} textValue={item.name} onAction={item.run}>
            {item.lang ? <span lang={item.lang}>{item.name}</span> : item.name}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
