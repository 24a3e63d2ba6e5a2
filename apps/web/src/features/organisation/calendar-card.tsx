import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTimes } from '~/lib/use-times';
import { Button, Card, IconButton, MenuItem, notices, Row, RowMenu, Rows } from '~/ui';
import { IconPlus, IconTrash } from '~/ui/icons';
import { CalendarDialog } from './calendar-dialog';
import { ClosureDialog } from './closure-dialog';
import { ImportClosuresDialog } from './import-closures-dialog';
import { type ClosureCalendar, removeClosure, type Site } from './operations';

interface CalendarCardProps {
  readonly calendar: ClosureCalendar;
  readonly sites: readonly Site[];
  readonly mayChange: boolean;
}

export function CalendarCard({ calendar, sites, mayChange }: CalendarCardProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'edit' | 'add' | 'import' | null>(null);
  const close = (): void => setOpen(null);
  const where = sites.filter((site) => calendar.siteIds.includes(site.id)).map((site) => site.name).join(', ');
  const actions = mayChange && (
    <>
      <Button size="small" icon={<IconPlus aria-hidden />} onPress={() => setOpen('add')}>
        <Trans>Add days</Trans>
      </Button>
      <RowMenu label={t`More for ${calendar.name}`}>
        <MenuItem id="edit" onAction={() => setOpen('edit')}>{t`Change`}</MenuItem>
        <MenuItem id="import" onAction={() => setOpen('import')}>{t`Import days`}</MenuItem>
      </RowMenu>
    </>
  );
  return (
    <Card title={calendar.name} intro={where || t`For no site yet`} actions={actions}>
      <Entered calendar={calendar} mayChange={mayChange} />
      <Closed calendar={calendar} />
      {open === 'edit' && <CalendarDialog calendar={calendar} sites={sites} onClose={close} />}
      {open === 'add' && <ClosureDialog calendar={calendar} onClose={close} />}
      {open === 'import' && <ImportClosuresDialog calendar={calendar} onClose={close} />}
    </Card>
  );
}

function Entered({ calendar, mayChange }: { readonly calendar: ClosureCalendar; readonly mayChange: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  const days = calendar.days.filter((day) => day.from.startsWith(String(calendar.year)) || day.to.startsWith(String(calendar.year)));
  const remove = async (id: string, name: string): Promise<void> => {
    const answer = await removeClosure(calendar.id, id);
    notices.say(answer.ok ? { tone: 'good', text: t`${name} is removed.` } : { tone: 'bad', text: answer.refusal.message });
  };
  if (days.length === 0) return null;
  return (
    <Rows label={t`Entered days`}>
      {days.map((day) => (
        <Row key={day.id} title={day.name} help={day.from === day.to ? times.date(day.from) : t`${times.shortDay(day.from)} to ${times.date(day.to)}`}>
          {mayChange && (
            <IconButton label={t`Remove ${day.name}`} size="small" onPress={() => void remove(day.id, day.name)}>
              <IconTrash />
            </IconButton>
          )}
        </Row>
      ))}
    </Rows>
  );
}

/** All closing days of the year, computed ones included; folded away, because the first question is what was entered. */
function Closed({ calendar }: { readonly calendar: ClosureCalendar }) {
  const times = useTimes();
  const count = calendar.closed.length;
  return (
    <details className="mt-3">
      <summary className="link inline-block cursor-pointer text-sm">
        <Trans>
          All {count} closing days of {calendar.year}
        </Trans>
      </summary>
      <ul className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {calendar.closed.map((day) => (
          <li key={day.date} className="flex justify-between gap-3">
            <span>{day.name}</span>
            <time className="text-muted whitespace-nowrap" dateTime={day.date}>
              {times.shortDay(day.date)}
            </time>
          </li>
        ))}
      </ul>
    </details>
  );
}
