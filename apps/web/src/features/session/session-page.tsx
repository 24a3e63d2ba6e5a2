import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { placeOf } from '~/lib/place';
import { capitalised } from '~/lib/time';
import { useNow } from '~/lib/use-now';
import { useTimes } from '~/lib/use-times';
import { useViewer } from '~/lib/viewer';
import { Badge, Banner, Button, ButtonAnchor, Card, CopyNote, EmptyState, Kbd, Loaded, Page, Segments, Skeleton } from '~/ui';
import { IconCheck, IconClock, IconExternalLink, IconMapPin, IconUsers } from '~/ui/icons';
import { type Sheet, useSheet } from './operations';
import { MarksNotes } from './marks-notes';
import { Roster } from './roster';
import { type Marks, useMarks } from './use-marks';

/** T2: who is expected, and who is there. */
export default function SessionPage() {
  const { id } = useParams({ from: '/inside/session/$id' });
  const { personId } = useViewer();
  const sheet = useSheet(personId, id);
  return (
    <Loaded read={sheet} skeleton={<Waiting />}>
      {(data) => <Shown sheet={data} isCopy={sheet.isCopy} />}
    </Loaded>
  );
}

const Waiting = () => (
  <div className="page page-normal">
    <Skeleton height="20rem" />
  </div>
);

const OPENS_BEFORE = 3_600_000;

function Shown({ sheet, isCopy }: { readonly sheet: Sheet; readonly isCopy: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  const now = useNow();
  const [unit, setUnit] = useState(1);
  const marks = useMarks(sheet, unit);
  const isOn = sheet.state === 'PLANNED' || sheet.state === 'DONE';
  const isOpen = isOn && now.getTime() >= new Date(sheet.startsAt).getTime() - OPENS_BEFORE;
  return (
    <Page title={sheet.title} intro={capitalised(times.day(sheet.day))}>
      <div className="stack">
        {isCopy && <CopyNote>{t`Without connection. Last update: ${capitalised(times.moment(sheet.now))}`}</CopyNote>}
        <Card>
          <Facts sheet={sheet} />
        </Card>
        {!isOn && <Banner tone="warn" title={t`This session is cancelled: there is no attendance to take.`} />}
        {isOn && !isOpen && <Banner title={t`Attendance opens an hour before the start.`} />}
        <MarksNotes marks={marks} />
        <Attendance sheet={sheet} unit={unit} onUnit={setUnit} marks={marks} isOpen={isOpen} />
      </div>
    </Page>
  );
}

interface AttendanceProps {
  readonly sheet: Sheet;
  readonly unit: number;
  readonly onUnit: (unit: number) => void;
  readonly marks: Marks;
  readonly isOpen: boolean;
}

function Attendance({ sheet, unit, onUnit, marks, isOpen }: AttendanceProps) {
  const { t } = useLingui();
  const rest = marks.unmarked.filter((person) => person.absence === null).length;
  const done = sheet.people.length - marks.unmarked.length;
  return (
    <Card
      title={t`Attendance`}
      intro={
        <>
          {t`${done} of ${sheet.people.length} marked`}{' '}
          <span className="only-desk">
            · <Kbd>1</Kbd> <Kbd>2</Kbd> <Kbd>3</Kbd> <Kbd>4</Kbd> <Kbd>↑</Kbd> <Kbd>↓</Kbd>
          </span>
        </>
      }
      actions={
        <>
          {sheet.units > 1 && (
            <Segments label={t`Half-day`} options={Array.from({ length: sheet.units }, (_, index) => ({ id: String(index + 1), name: index === 0 ? t`First half` : t`Second half` }))} value={String(unit)} onChange={(next) => onUnit(Number(next))} />
          )}
          {isOpen && rest > 0 && (
            <Button size="small" icon={<IconCheck aria-hidden />} onPress={() => marks.setRest('PRESENT')}>
              {t`The other ${rest} are present`}
            </Button>
          )}
        </>
      }
    >
      {sheet.people.length === 0 ? (
        <EmptyState level={3} title={t`Nobody is expected yet`}>
          <Trans>Learners appear here as soon as they are enrolled.</Trans>
        </EmptyState>
      ) : (
        <Roster sheet={sheet} unit={unit} marks={marks} isOpen={isOpen} />
      )}
    </Card>
  );
}

function Facts({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useLingui();
  const times = useTimes();
  const where = placeOf(sheet);
  return (
    <>
      <ul className="agenda-facts mt-0">
        <li>
          <IconClock aria-hidden />
          <b className="figures">
            {times.time(sheet.startsAt, sheet.zone)}–{times.time(sheet.endsAt, sheet.zone)}
          </b>
        </li>
        <li>
          <IconMapPin aria-hidden />
          <span>{where || t`no room yet`}</span>
        </li>
        <li>
          <IconUsers aria-hidden />
          <span>
            {sheet.staff.map((one) => one.name).join(', ') || t`no trainer`} {sheet.state === 'CANCELLED' && <Badge tone="bad">{t`cancelled`}</Badge>}
          </span>
        </li>
      </ul>
      {sheet.link !== null && (
        <div className="form-actions mt-4">
          <ButtonAnchor href={sheet.link} target="_blank" rel="noreferrer" icon={<IconExternalLink aria-hidden />}>
            <Trans>Join</Trans>
          </ButtonAnchor>
        </div>
      )}
    </>
  );
}
