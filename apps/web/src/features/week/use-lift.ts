import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useTimes } from '~/lib/use-times';
import { type BoardEntry, clockOf, type Hours, type Move, type PackedRow, type Position, rivals, slid, type Step, step } from './model';
import { type Over } from './use-board-drag';

interface Lifted {
  readonly entry: BoardEntry;
  readonly at: Position;
}

/** A booking in the hand: where it hovers, whether that place looks free, and what a screen reader hears on the way. */
export function useLift(rows: readonly PackedRow[], days: readonly string[], { hours, onMove }: { readonly hours: Hours; readonly onMove: (move: Move) => void }) {
  const { t } = useLingui();
  const times = useTimes();
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const [said, setSaid] = useState('');

  const entries = rows.flatMap((row) => row.cells.flatMap((cell) => cell.bookings));
  const target = lifted ? targetOf(lifted, rows, days) : null;

  const placeAt = (at: Position, entry: BoardEntry): string => {
    const place = targetOf({ entry, at }, rows, days);
    const where = `${place.name}, ${times.day(place.day)}, ${clockOf(place.from)}–${clockOf(place.until)}`;
    const rival = place.rivals[0];
    return rival ? t`${where}: taken by ${rival.title}` : t`${where}: free`;
  };

  const lift = (entryId: string): void => {
    const entry = entries.find((candidate) => candidate.id === entryId);
    if (!entry?.movable) return setSaid(t`This cannot be moved here.`);
    const at = { row: rows.findIndex((row) => row.resource.id === entry.resourceId), day: days.indexOf(entry.day), from: entry.from };
    setLifted({ entry, at });
    setSaid(t`${entry.title} picked up. Arrows move it to another day or row, Shift with left or right by a quarter of an hour. Enter puts it down, Escape leaves it.`);
  };

  const move = (towards: Step): void => {
    if (!lifted) return;
    const at = step(lifted.at, towards, { rows: rows.length, days: days.length, length: lifted.entry.until - lifted.entry.from });
    setLifted({ ...lifted, at });
    setSaid(placeAt(at, lifted.entry));
  };

  /** Straight to a cell, by mouse: at the same time of day, or as much later as the hand went to the right. */
  const hover = ({ resourceId, day, share }: Over): void => {
    if (!lifted) return;
    const { entry } = lifted;
    const from = share === null ? entry.from : slid(entry, share, hours);
    const at = { row: rows.findIndex((row) => row.resource.id === resourceId), day: days.indexOf(day), from };
    const unmoved = at.row === lifted.at.row && at.day === lifted.at.day && at.from === lifted.at.from;
    if (at.row === -1 || at.day === -1 || unmoved) return;
    setLifted({ ...lifted, at });
    setSaid(placeAt(at, entry));
  };

  const drop = (): void => {
    if (!lifted || !target) return;
    setLifted(null);
    const unmoved = target.resourceId === lifted.entry.resourceId && target.day === lifted.entry.day && target.from === lifted.entry.from;
    if (unmoved) return setSaid(t`Left where it was.`);
    setSaid('');
    onMove({ entry: lifted.entry, resourceId: target.resourceId, day: target.day, from: target.from, until: target.until });
  };

  const cancel = (): void => {
    setLifted(null);
    setSaid(t`Left where it was.`);
  };

  return { lifted, target, said, lift, move, hover, drop, cancel };
}

function targetOf({ entry, at }: Lifted, rows: readonly PackedRow[], days: readonly string[]) {
  const row = rows[at.row];
  const day = days[at.day] ?? entry.day;
  const until = at.from + entry.until - entry.from;
  return {
    resourceId: row?.resource.id ?? entry.resourceId,
    name: row?.resource.name ?? '',
    day,
    from: at.from,
    until,
    rivals: rivals(row?.cells[at.day], { from: at.from, until, groupId: entry.groupId, seats: entry.seats }),
  };
}
