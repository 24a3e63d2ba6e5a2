import { Trans, useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { capitalised } from '~/lib/time';
import { useTimes } from '~/lib/use-times';
import { Badge, tintOf } from '~/ui';
import { type BoardEntry, clockOf, type PackedEntry, type PackedRow } from './model';

interface Line {
  readonly entry: BoardEntry | PackedEntry;
  readonly resourceName: string;
}

const isClash = (entry: BoardEntry | PackedEntry): boolean => 'clashes' in entry && entry.clashes;

function linesOf(rows: readonly PackedRow[], day: string): readonly Line[] {
  return rows
    .flatMap((row) =>
      row.cells
        .filter((cell) => cell.day === day)
        .flatMap((cell) => [...cell.absences, ...cell.bookings])
        .map((entry) => ({ entry, resourceName: row.resource.name })),
    )
    .sort((a, b) => a.entry.from - b.entry.from || a.resourceName.localeCompare(b.resourceName));
}

interface WeekListProps {
  readonly rows: readonly PackedRow[];
  readonly days: readonly string[];
  readonly today: string;
  readonly onOpen: (entry: BoardEntry) => void;
}

/** The board read in order: day by day, by time. */
export function WeekList({ rows, days, today, onOpen }: WeekListProps) {
  return (
    <div className="stack">
      {days.map((day) => (
        <DayOfList key={day} day={day} today={day === today} lines={linesOf(rows, day)} onOpen={onOpen} />
      ))}
    </div>
  );
}

interface DayProps {
  readonly day: string;
  readonly today: boolean;
  readonly lines: readonly Line[];
  readonly onOpen: (entry: BoardEntry) => void;
}

function DayOfList({ day, today, lines, onOpen }: DayProps) {
  const times = useTimes();
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="card" data-pad="">
      <h2 id={heading} className="card-title mb-2 flex items-center gap-2">
        {capitalised(times.day(day))}
        {today && (
          <Badge tone="next">
            <Trans>today</Trans>
          </Badge>
        )}
      </h2>
      {lines.length === 0 ? (
        <p className="text-muted text-sm">
          <Trans>Nothing booked.</Trans>
        </p>
      ) : (
        <ul className="rows">
          {lines.map((line) => (
            <li key={line.entry.id}>
              <Entry line={line} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ line: { entry, resourceName }, onOpen }: { readonly line: Line; readonly onOpen: (entry: BoardEntry) => void }) {
  const { t } = useLingui();
  const whole = entry.from <= 0 && entry.until >= 24 * 60;
  const content = (
    <>
      <i aria-hidden />
      <span className="week-list-time">
        <b>{whole ? t`all day` : clockOf(entry.from)}</b>
        {!whole && <span>{clockOf(entry.until)}</span>}
      </span>
      <span className="min-w-0 flex-1">
        <b className="block">{entry.title}</b>
        <span className="text-muted">{resourceName}</span>
      </span>
      {isClash(entry) && (
        <Badge tone="bad">
          <Trans>Clash</Trans>
        </Badge>
      )}
    </>
  );
  const className = entry.kind === 'booking' ? `week-list-item tint-${tintOf(entry.title)}` : 'week-list-item';
  if (!entry.movable && entry.kind !== 'booking') return <div className={className}>{content}</div>;
  return (
    <button type="button" className={className} onClick={() => onOpen(entry)}>
      {content}
    </button>
  );
}
