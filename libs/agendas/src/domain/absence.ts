import { addDays, type Fault, resolveWallTime } from '@app/platform';

export const halves = ['morning', 'afternoon'] as const;
export type Half = (typeof halves)[number];

/** One word of a list: no diagnosis is asked, so none can be stored. */
export const absenceReasons = ['ill', 'family', 'appointment', 'work', 'transport', 'other'] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

export const absenceStates = ['to-justify', 'justified', 'unjustified', 'withdrawn'] as const;
export type AbsenceState = (typeof absenceStates)[number];

/** From a half-day to a half-day, both of them included. */
export interface HalfDays {
  readonly firstDay: string;
  readonly firstHalf: Half;
  readonly lastDay: string;
  readonly lastHalf: Half;
}

/** Where the morning ends on the wall of the centre. */
export const NOON = '12:30';
const LONGEST_DAYS = 92;

/** Photos of one absence. */
export const MOST_PROOFS = 5;
/** A proof is a photo: drawings that a browser runs are none. */
export const provesByPhoto = (type: string): boolean => ['image/jpeg', 'image/png', 'image/webp'].includes(type);

/** What is wrong with the half-days, at the field where it can be mended. */
export function faultsOfHalfDays({ firstDay, firstHalf, lastDay, lastHalf }: HalfDays): readonly Fault[] {
  if (lastDay < firstDay || (lastDay === firstDay && firstHalf === 'afternoon' && lastHalf === 'morning')) return [{ field: 'lastDay', reason: 'range.reversed' }];
  if (lastDay > addDays(firstDay, LONGEST_DAYS - 1)) return [{ field: 'lastDay', reason: 'range.too-many-days', values: { max: LONGEST_DAYS } }];
  return [];
}

/** The instants that half-days mean in a zone: a morning ends and an afternoon begins at 12:30, a day at midnight. */
export function duringOf({ firstDay, firstHalf, lastDay, lastHalf }: HalfDays, zone: string): { readonly from: Date; readonly to: Date } {
  const at = (date: string, time: string): Date => resolveWallTime({ date, time, zone }).instant;
  return {
    from: at(firstDay, firstHalf === 'morning' ? '00:00' : NOON),
    to: lastHalf === 'morning' ? at(lastDay, NOON) : at(addDays(lastDay, 1), '00:00'),
  };
}
