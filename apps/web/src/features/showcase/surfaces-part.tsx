import { Avatar, Badge, type BadgeTone, Button, Card, CopyField, EmptyState, Facts, Kbd, Logo, Pagination, Progress, Row, RowMenu, Rows, Stat, Table, MenuItem } from '~/ui';

const colours = ['paper', 'surface', 'sunken', 'line', 'edge', 'faint', 'muted', 'ink', 'action', 'action-soft', 'next', 'next-soft', 'good', 'good-soft', 'warn', 'warn-soft', 'bad', 'bad-soft'];

export function Colours() {
  return (
    <Card title="Colours and type" intro="Indigo acts, apricot is only next or achieved, five tints tell tracks apart.">
      <div className="mb-5 flex items-center gap-3">
        <Logo size={44} />
        <span className="text-2xl font-semibold">Tremplin 0123456789</span>
      </div>
      <ul className="grid grid-cols-3 gap-3 sm:grid-cols-6">
        {colours.map((colour) => (
          <li key={colour} className="text-muted text-sm">
            <span className="border-line mb-1 block h-12 rounded-field border" style={{ background: `var(--${colour})` }} />
            {colour}
          </li>
        ))}
        {[1, 2, 3, 4, 5].map((tint) => (
          <li key={tint} className={`tint-${tint} text-muted text-sm`}>
            <span className="mb-1 grid h-12 place-items-center rounded-bar border-l-[3px] font-semibold" style={{ background: 'var(--tint)', borderColor: 'var(--rim)', color: 'var(--word)' }}>
              Track {tint}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const tones: readonly BadgeTone[] = ['plain', 'action', 'good', 'warn', 'bad', 'next'];
const people = [
  { id: 'a', name: 'Samira Sample', role: 'Learner', hours: 12 },
  { id: 'b', name: 'Jan Voorbeeld', role: 'Trainer', hours: 140 },
];

export function Surfaces() {
  return (
    <>
      <Card title="Badges, avatars, facts, progress">
        <div className="grid gap-6 md:grid-cols-2">
          <div className="stack content-start">
            <div className="flex flex-wrap gap-2">
              {tones.map((tone) => (
                <Badge key={tone} tone={tone}>
                  {tone}
                </Badge>
              ))}
            </div>
            <div className="flex items-center gap-2">
              {['Ada Sample', 'Bo Sample', 'Cy Sample', 'Di Sample'].map((name) => (
                <Avatar key={name} name={name} />
              ))}
              <Avatar name="Eve Sample" size="large" />
            </div>
            <Progress label="Trained" value={60} max={150} words="60 of 150" />
            <CopyField label="Private calendar address" value="https://tremplin.example.org/calendar/sample.ics" />
          </div>
          <div className="stack content-start">
            <Facts
              facts={[
                { name: 'Zone', value: 'Europe/Brussels' },
                { name: 'Shortcut', value: <Kbd>Ctrl K</Kbd> },
              ]}
            />
            <div className="flex gap-10">
              <Stat figure="12" name="rooms" />
              <Stat figure="3" name="mails not delivered" help="since Monday" />
            </div>
          </div>
        </div>
      </Card>
      <Card title="Table" flush>
        <Table
          label="Sample people"
          rows={people}
          rowKey={(row) => row.id}
          sort={{ by: 'name', down: false }}
          onSort={() => undefined}
          columns={[
            { id: 'name', name: 'Name', main: true, sortable: true, cell: (row) => row.name },
            { id: 'role', name: 'Role', cell: (row) => <Badge>{row.role}</Badge> },
            { id: 'hours', name: 'Hours', align: 'end', named: true, cell: (row) => row.hours },
          ]}
          actions={(row) => (
            <RowMenu label={`More for ${row.name}`}>
              <MenuItem id="x">Change</MenuItem>
            </RowMenu>
          )}
        />
        <Pagination shown={2} onNext={() => undefined} onFirst={() => undefined} />
      </Card>
      <Card title="List">
        <Rows>
          <Row lead={<Avatar name="Samira Sample" />} title="Samira Sample" help="samira@example.org">
            <Badge tone="good">Active</Badge>
          </Row>
          <Row lead={<Avatar name="Jan Voorbeeld" />} title="Jan Voorbeeld" help="jan@example.org">
            <Badge>Invited</Badge>
          </Row>
        </Rows>
      </Card>
      <Card>
        <EmptyState title="No rooms yet" actions={<Button look="main">Add a room</Button>}>
          Add the rooms of this site, then they can be booked.
        </EmptyState>
      </Card>
    </>
  );
}
