import { Trans, useLingui } from '@lingui/react/macro';
import { type CSSProperties } from 'react';
import { useTimes } from '~/lib/use-times';
import { tintOf } from '~/ui';
import { IconPlus, IconWarning } from '~/ui/icons';
import { type BoardCell, type BoardEntry, clockOf, type Hours, type PackedEntry } from './model';

export interface Ghost {
  readonly title: string;
  readonly from: number;
  readonly until: number;
  /** What stands in the way there. */
  readonly rival: string | null;
}

interface CellProps {
  readonly cell: BoardCell;
  readonly hours: Hours;
  readonly today: boolean;
  /** Says the row and the day for those who come to a cell by itself: "Lab 2, Monday 23 November". */
  readonly place: string;
  readonly mayChange: boolean;
  readonly liftedGroup: string | null;
  readonly ghost: Ghost | null;
  readonly onOpen: (entry: BoardEntry) => void;
  readonly onBook: (cell: BoardCell) => void;
}

/** At most five nodes a booking; what can take the focus is marked data-stop and found by the board. */
export function Cell({ cell, hours, today, place, mayChange, liftedGroup, ghost, onOpen, onBook }: CellProps) {
  const { t } = useLingui();
  return (
    <div
      role="gridcell"
      className="week-cell"
      data-today={today || undefined}
      data-shut={cell.shut || undefined}
      data-off={cell.offered?.length === 0 || undefined}
      data-target={ghost ? stateOf(ghost) : undefined}
      data-cell={`${cell.resourceId} ${cell.day}`}
    >
      <Strip bookings={cell.bookings.filter((entry) => entry.groupId !== liftedGroup)} ghost={ghost} hours={hours} />
      {cell.offered && <Offered stretches={cell.offered} />}
      {cell.absences.map((absence) => (
        <Away key={absence.id} absence={absence} place={place} onOpen={mayChange && absence.movable ? onOpen : undefined} />
      ))}
      {cell.bookings.map((entry) => (
        <Bar key={entry.id} entry={entry} place={place} lifted={entry.groupId === liftedGroup} onOpen={onOpen} />
      ))}
      {ghost && <Shadow ghost={ghost} />}
      {mayChange && !ghost && (
        <button type="button" className="week-add" data-stop tabIndex={-1} aria-label={t`Book: ${place}`} onClick={() => onBook(cell)}>
          <IconPlus aria-hidden />
        </button>
      )}
    </div>
  );
}

const stateOf = ({ rival }: Ghost): 'free' | 'taken' => (rival === null ? 'free' : 'taken');

/** Where the lifted booking would lie, and why it cannot; the live region says the same. */
function Shadow({ ghost }: { readonly ghost: Ghost }) {
  const { rival } = ghost;
  return (
    <span className="week-bar" data-ghost={stateOf(ghost)} aria-hidden>
      <time>
        {clockOf(ghost.from)}–{clockOf(ghost.until)}
      </time>
      <b>{ghost.title}</b>
      {rival !== null && (
        <small className="block">
          <Trans>Taken: {rival}</Trans>
        </small>
      )}
    </span>
  );
}

/** When a person says to be available; shading alone would say it to eyes only. */
function Offered({ stretches }: { readonly stretches: readonly Hours[] }) {
  const times = stretches.map(({ from, until }) => `${clockOf(from)}–${clockOf(until)}`).join(', ');
  return <small className="week-offer">{stretches.length === 0 ? <Trans>not available</Trans> : <Trans>available {times}</Trans>}</small>;
}

/** Only held, or only some of the seats. */
function Remark({ entry: { seats, heldUntil } }: { readonly entry: BoardEntry }) {
  const { t } = useLingui();
  const times = useTimes();
  if (seats === null && heldUntil === null) return null;
  const parts = [heldUntil !== null && t`held until ${times.moment(heldUntil)}`, seats !== null && t`${seats} seats`];
  return <small className="block">{` ${parts.filter(Boolean).join(' · ')}`}</small>;
}

interface BarProps {
  readonly entry: PackedEntry;
  readonly place: string;
  readonly lifted: boolean;
  readonly onOpen: (entry: BoardEntry) => void;
}

function Bar({ entry, place, lifted, onOpen }: BarProps) {
  const { t } = useLingui();
  const times = `${clockOf(entry.from)}–${clockOf(entry.until)}`;
  return (
    <button
      type="button"
      className={`week-bar tint-${tintOf(entry.title)}`}
      data-stop
      data-entry={entry.id}
      data-group={entry.groupId}
      data-pending={entry.pending || undefined}
      data-clash={entry.clashes || undefined}
      data-held={entry.heldUntil !== null || undefined}
      data-lifted={lifted || undefined}
      tabIndex={-1}
      onClick={() => onOpen(entry)}
    >
      <time>
        {entry.clashes && <IconWarning aria-hidden className="mr-1 inline size-3.5" />}
        {times}
      </time>
      <b>{` ${entry.title}`}</b>
      <Remark entry={entry} />
      {entry.pending && (
        <small className="block">
          {' '}
          <Trans>being saved</Trans>
        </small>
      )}
      <span className="seen-by-readers-only">{entry.clashes ? t`${place}. Clash.` : place}</span>
    </button>
  );
}

function Away({ absence, place, onOpen }: { readonly absence: BoardEntry; readonly place: string; readonly onOpen?: (entry: BoardEntry) => void }) {
  const { t } = useLingui();
  const whole = absence.from <= 0 && absence.until >= 24 * 60;
  const times = whole ? t`all day` : `${clockOf(absence.from)}–${clockOf(absence.until)}`;
  const text = (
    <Trans>
      {absence.title}, {times}
    </Trans>
  );
  if (!onOpen) return <span className="week-away">{text}</span>;
  return (
    <button type="button" className="week-away" data-stop data-entry={absence.id} tabIndex={-1} onClick={() => onOpen(absence)}>
      {text}
      <span className="seen-by-readers-only">{place}</span>
    </button>
  );
}

/** The day at a glance; where a lifted booking would lie stands there too. */
function Strip({ bookings, ghost, hours }: { readonly bookings: readonly PackedEntry[]; readonly ghost: Ghost | null; readonly hours: Hours }) {
  return <span className="week-strip" style={stripOf(ghost ? [...bookings, ghost] : bookings, hours)} data-ghost={ghost ? true : undefined} aria-hidden />;
}

/** The strip is one background: a stop where a booking begins, a stop where it ends. */
function stripOf(standing: readonly (PackedEntry | Ghost)[], hours: Hours): CSSProperties | undefined {
  const parts = [...standing].sort((a, b) => a.from - b.from);
  if (parts.length === 0) return undefined;
  const at = (minute: number): string => `${Math.round(((minute - hours.from) / (hours.until - hours.from)) * 1000) / 10}%`;
  const stops: string[] = [];
  for (const part of parts) {
    const colour = isInTheWay(part) ? 'var(--bad)' : `var(--rim-${tintOf(part.title)})`;
    stops.push(`transparent ${at(part.from)}`, `${colour} ${at(part.from)}`, `${colour} ${at(part.until)}`, `transparent ${at(part.until)}`);
  }
  return { backgroundImage: `linear-gradient(90deg, ${stops.join(', ')})` };
}

const isInTheWay = (part: PackedEntry | Ghost): boolean => ('rival' in part ? part.rival !== null : part.clashes);
