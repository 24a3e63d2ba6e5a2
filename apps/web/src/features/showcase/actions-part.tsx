import { useState } from 'react';
import { Button, ButtonAnchor, type ButtonLook, Card, IconButton, Menu, MenuItem, MenuSeparator, RowMenu, Segments, Stepper, Tabs } from '~/ui';
import { IconBell, IconList, IconPencil, IconPlus, IconTrash, IconCalendarWeek } from '~/ui/icons';

const looks: readonly ButtonLook[] = ['main', 'plain', 'soft', 'quiet', 'danger', 'quiet-danger'];

export function Buttons() {
  return (
    <Card title="Buttons" intro="One main button a view.">
      <div className="stack">
        {looks.map((look) => (
          <div key={look} className="flex flex-wrap items-center gap-3">
            <Button look={look}>Book a room</Button>
            <Button look={look} icon={<IconPlus aria-hidden />}>
              With an icon
            </Button>
            <Button look={look} size="small">
              Small
            </Button>
            <Button look={look} isDisabled>
              Disabled
            </Button>
            <Button look={look} isPending>
              Pending
            </Button>
            <code className="text-muted text-sm">{look}</code>
          </div>
        ))}
        <div className="flex items-center gap-3">
          <IconButton label="Notices">
            <IconBell />
          </IconButton>
          <IconButton label="Edit" size="small">
            <IconPencil />
          </IconButton>
          <IconButton label="Not now" isDisabled>
            <IconTrash />
          </IconButton>
        </div>
      </div>
    </Card>
  );
}

export function Links() {
  const [view, setView] = useState<'board' | 'list'>('board');
  const [tab, setTab] = useState<'rooms' | 'people' | 'gone'>('rooms');
  return (
    <Card title="Links, menus, tabs, steps">
      <div className="stack">
        <div className="flex flex-wrap items-center gap-4">
          <a className="link" href="#links">
            A link in a sentence
          </a>
          <ButtonAnchor href="#links">A link that is the next step</ButtonAnchor>
          <Menu trigger={<Button>Menu</Button>}>
            <MenuItem id="edit" icon={<IconPencil aria-hidden />}>
              Change
            </MenuItem>
            <MenuItem id="ticked" ticked help="With a line of help">
              Chosen
            </MenuItem>
            <MenuItem id="off" isDisabled>
              Not possible now
            </MenuItem>
            <MenuSeparator />
            <MenuItem id="remove" tone="bad" icon={<IconTrash aria-hidden />}>
              Remove
            </MenuItem>
          </Menu>
          <RowMenu label="More for this row">
            <MenuItem id="one">One</MenuItem>
          </RowMenu>
          <Segments
            label="View"
            value={view}
            onChange={setView}
            options={[
              { id: 'board', name: 'Board', icon: <IconCalendarWeek aria-hidden /> },
              { id: 'list', name: 'List', icon: <IconList aria-hidden /> },
            ]}
          />
        </div>
        <Tabs
          label="Sample"
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'rooms', name: 'Rooms', count: 12, content: <p>Twelve rooms.</p> },
            { id: 'people', name: 'People', content: <p>People.</p> },
            { id: 'gone', name: 'Not possible', disabled: true },
          ]}
        />
        <Stepper label="Sample steps" steps={['Organisation', 'Sites', 'Rooms', 'Closures', 'Mail']} now={2} />
      </div>
    </Card>
  );
}
