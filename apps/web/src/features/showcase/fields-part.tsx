import { Suspense, useState } from 'react';
import { Card, Checkbox, CheckboxGroup, DateField, FileDrop, NumberField, PasswordField, RadioGroup, SearchField, Select, Skeleton, Switch, TextField, TimeField } from '~/ui';
import { ComboBox } from '~/ui/combo-box';

const rooms = [
  { id: 'lab1', name: 'Lab 1', help: '16 seats' },
  { id: 'lab2', name: 'Lab 2', help: '20 seats' },
  { id: 'studio', name: 'Studio', disabled: true },
] as const;
type RoomId = (typeof rooms)[number]['id'];

export function Fields() {
  const [room, setRoom] = useState<RoomId | null>(null);
  const [day, setDay] = useState('2026-11-23');
  const [time, setTime] = useState('09:00');
  return (
    <Card title="Fields" intro="Label above, help and error below; required unless it says optional.">
      <div className="grid gap-5 md:grid-cols-2">
        <TextField label="Name" help="As it stands on the door." defaultValue="Lab 2" />
        <TextField label="Name" error="Fill this in." />
        <TextField label="Telephone" optional placeholder="+32 2 555 01 23" />
        <TextField label="Disabled" isDisabled defaultValue="Not now" />
        <PasswordField label="Password" defaultValue="springboard" />
        <SearchField label="Search people" />
        <NumberField label="Seats" defaultValue={20} minValue={1} unit="seats" />
        <NumberField label="Seats" defaultValue={-2} error="Enter 1 or more." />
        <Select label="Room" options={rooms} value={room} onChange={setRoom} />
        <Select label="Room" options={rooms} value={room} onChange={setRoom} error="This room is taken from 09:00 to 12:00." />
        <ComboBox label="Room (long list)" options={rooms} value={room} onChange={setRoom} />
        <Suspense fallback={<Skeleton height="4rem" />}>
          <DateField label="Day" value={day} onChange={setDay} />
          <TimeField label="From" value={time} onChange={setTime} />
          <TimeField label="Until" value="" onChange={setTime} error="The end must be after the beginning." />
        </Suspense>
        <TextField label="Note" lines={3} optional />
        <FileDrop label="Drop a file here" help="CSV or XLSX, up to 20 MB" accepts={['.csv', '.xlsx']} onFile={() => undefined} />
      </div>
    </Card>
  );
}

export function Choices() {
  const [languages, setLanguages] = useState<('fr' | 'nl')[]>(['fr']);
  const [role, setRole] = useState<'learner' | 'trainer' | null>('learner');
  return (
    <Card title="Choices">
      <div className="grid gap-5 md:grid-cols-2">
        <div className="flex flex-col items-start gap-3">
          <Checkbox>Not chosen</Checkbox>
          <Checkbox defaultSelected help="With a line of help">
            Chosen
          </Checkbox>
          <Checkbox isIndeterminate>Some of them</Checkbox>
          <Checkbox isDisabled>Disabled</Checkbox>
        </div>
        <div className="flex flex-col items-start gap-3">
          <Switch>Off</Switch>
          <Switch defaultSelected help="Between 21:00 and 07:00">
            Quiet hours
          </Switch>
          <Switch isDisabled>Disabled</Switch>
        </div>
        <CheckboxGroup
          label="Languages"
          value={languages}
          onChange={setLanguages}
          options={[
            { id: 'fr', name: 'Français' },
            { id: 'nl', name: 'Nederlands' },
          ]}
        />
        <RadioGroup
          label="Role"
          look="cards"
          value={role}
          onChange={setRole}
          options={[
            { id: 'learner', name: 'Learner', help: 'Follows a cohort' },
            { id: 'trainer', name: 'Trainer', help: 'Gives sessions' },
          ]}
        />
      </div>
    </Card>
  );
}
