import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent } from 'react';
import { absenceStates, reasonNames } from '~/lib/half-days';
import { useTimes } from '~/lib/use-times';
import { Avatar, Badge, Button, Rows } from '~/ui';
import { IconCheck, IconClock, IconClose, IconMail } from '~/ui/icons';
import { type Expected, type Sheet, type Status, statuses } from './operations';
import { type Marks } from './use-marks';

const names: Readonly<Record<Status, MessageDescriptor>> = { PRESENT: msg`Present`, LATE: msg`Late`, EXCUSED: msg`Excused`, ABSENT: msg`Absent` };
const icons = { PRESENT: IconCheck, LATE: IconClock, EXCUSED: IconMail, ABSENT: IconClose } as const;

interface RosterProps {
  readonly sheet: Sheet;
  readonly unit: number;
  readonly marks: Marks;
  readonly isOpen: boolean;
}

/** One line a learner. By keyboard: 1 to 4 mark the line and go to the next one, arrows go up and down. */
export function Roster({ sheet, unit, marks, isOpen }: RosterProps) {
  const { t } = useLingui();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const line = (event.target as HTMLElement).closest<HTMLElement>('[data-person]');
    const person = sheet.people.find((one) => one.personId === line?.dataset.person);
    if (!line || !person || !isOpen) return;
    const status = statuses[Number(event.key) - 1];
    const step = status || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (status) marks.set(person, status);
    focusLine(line, step);
  };
  return (
    <div className="roster" onKeyDown={onKeyDown}>
      <Rows label={t`Learners`}>
        {sheet.people.map((person) => (
          <Line key={person.personId} person={person} unit={unit} marks={marks} isOpen={isOpen} />
        ))}
      </Rows>
    </div>
  );
}

function focusLine(line: HTMLElement, step: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('.roster [data-person]')];
  const next = lines[lines.indexOf(line) + step];
  (next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input'))?.focus();
}

function Line({ person, unit, marks, isOpen }: Omit<RosterProps, 'sheet'> & { readonly person: Expected }) {
  const { t } = useLingui();
  const name = `${person.givenName} ${person.familyName}`.trim();
  const status = marks.statusOf(person);
  return (
    <li>
      <div className="row" data-person={person.personId}>
        <Avatar name={name} id={person.personId} />
        <div className="row-text">
          <div className="row-title">{name}</div>
          <History person={person} unit={unit} />
          <Meanwhile person={person} marks={marks} />
        </div>
        {marks.isWaiting(person) && <Badge>{t`waiting`}</Badge>}
        {person.absence && <Badge tone="warn">{t`announced: ${t(reasonNames[person.absence.reason])}, ${t(absenceStates[person.absence.state])}`}</Badge>}
        <div className="marks" role="radiogroup" aria-label={t`Attendance of ${name}`}>
          {statuses.map((one, index) => {
            const Icon = icons[one];
            return (
              <label key={one} className="mark" data-status={one} title={`${t(names[one])} (${index + 1})`}>
                <input type="radio" className="seen-by-readers-only" name={`mark-${person.personId}`} aria-label={t(names[one])} checked={status === one} disabled={!isOpen} onChange={() => marks.set(person, one)} />
                <Icon aria-hidden />
                <span className="only-desk">{t(names[one])}</span>
              </label>
            );
          })}
        </div>
      </div>
    </li>
  );
}

/** A correction stands beside what it corrects. */
function History({ person, unit }: { readonly person: Expected; readonly unit: number }) {
  const { t } = useLingui();
  const times = useTimes();
  const standing = person.marks.find((one) => one.unit === unit);
  const before = standing?.corrected.at(-1);
  if (!standing || !before) return null;
  return <div className="row-help">{t`corrected ${times.ago(standing.recordedAt)}, before: ${t(names[before.status])}`}</div>;
}

/** Somebody else said otherwise while this device had no connection: whoever taps again knows it. */
function Meanwhile({ person, marks }: { readonly person: Expected; readonly marks: Marks }) {
  const { t } = useLingui();
  const conflict = marks.conflictOf(person);
  if (!conflict?.standing) return null;
  const { standing, status } = conflict;
  const [theirs, mine] = [t(names[standing.status]), t(names[status])];
  return (
    <div className="row-help" role="status">
      {standing.recordedBy === null ? t`Meanwhile somebody else said: ${theirs}. You said: ${mine}.` : t`Meanwhile ${standing.recordedBy} said: ${theirs}. You said: ${mine}.`}
      <span className="mt-1 flex flex-wrap gap-2">
        <Button size="small" onPress={() => marks.settle(conflict)}>{t`Keep: ${theirs}`}</Button>
        <Button size="small" onPress={() => marks.set(person, status)}>{t`Change to: ${mine}`}</Button>
      </span>
    </div>
  );
}
