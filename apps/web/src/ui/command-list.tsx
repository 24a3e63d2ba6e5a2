import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete';
import { Collection } from 'react-aria-components/Collection';
import { Dialog } from 'react-aria-components/Dialog';
import { Header } from 'react-aria-components/Header';
import { Input } from 'react-aria-components/Input';
import { Menu, MenuSection } from 'react-aria-components/Menu';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { SearchField } from 'react-aria-components/SearchField';
import { IconSearch } from './icons';
import { MenuItem } from './menu';
import { Kbd } from './surface';

export interface Command {
  readonly id: string;
  readonly name: string;
  readonly help?: string;
  readonly icon?: ReactNode;
  readonly run: () => void;
}
export interface CommandGroup {
  readonly id: string;
  readonly name: string;
  readonly commands: readonly Command[];
}

interface CommandListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly groups: readonly CommandGroup[];
  readonly onClose: () => void;
  /** What was typed, for groups that are looked up elsewhere. */
  readonly onType?: (text: string) => void;
}

/** One field and a list under it: type, arrows, Enter. */
export function CommandList({ label, placeholder, groups, onClose, onType }: CommandListProps) {
  const { t } = useLingui();
  const { contains } = useFilter({ sensitivity: 'base' });
  const run = (command: Command): void => {
    onClose();
    command.run();
  };
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="modal" data-place="top">
        <Dialog className="dialog" aria-label={label}>
          <Autocomplete filter={contains} onInputChange={onType}>
            <SearchField className="palette-field" aria-label={label} autoFocus>
              <IconSearch aria-hidden />
              <Input placeholder={placeholder} />
            </SearchField>
            {/* What scrolls can be reached by keyboard. */}
            <div className="palette-list" tabIndex={0}>
              <Menu items={groups} renderEmptyState={() => <p className="menu-empty">{t`Nothing found.`}</p>}>
                {(group) => (
                  <MenuSection id={group.id}>
                    <Header className="menu-heading">{group.name}</Header>
                    <Collection items={group.commands}>
                      {(command) => (
                        <MenuItem id={command.id} textValue={command.name} icon={command.icon} help={command.help} onAction={() => run(command)}>
                          {command.name}
                        </MenuItem>
                      )}
                    </Collection>
                  </MenuSection>
                )}
              </Menu>
            </div>
          </Autocomplete>
          <div className="palette-foot only-desk" aria-hidden>
            <span>
              <Kbd>↑</Kbd> <Kbd>↓</Kbd> <Trans>choose</Trans>
            </span>
            <span>
              <Kbd>↵</Kbd> <Trans>open</Trans>
            </span>
            <span>
              <Kbd>{t`Esc`}</Kbd> <Trans>close</Trans>
            </span>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
