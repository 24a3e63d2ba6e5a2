import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export type Half = 'MORNING' | 'AFTERNOON';
export const reasons = ['ILL', 'FAMILY', 'APPOINTMENT', 'WORK', 'TRANSPORT', 'OTHER'] as const;
export type Reason = (typeof reasons)[number];

/** One word each: nobody is asked for a diagnosis. */
export const reasonNames: Readonly<Record<Reason, MessageDescriptor>> = {
  ILL: msg`I am ill`,
  FAMILY: msg`Family, child`,
  APPOINTMENT: msg`Official appointment`,
  WORK: msg`Job interview, work`,
  TRANSPORT: msg`Strike, transport`,
  OTHER: msg`Something else`,
};

export const absenceStates: Readonly<Record<'TO_JUSTIFY' | 'JUSTIFIED' | 'UNJUSTIFIED' | 'WITHDRAWN', MessageDescriptor>> = {
  TO_JUSTIFY: msg`to justify`,
  JUSTIFIED: msg`justified`,
  UNJUSTIFIED: msg`not justified`,
  WITHDRAWN: msg`taken back`,
};

/** The morning ends at 12:30 on the wall of the place. */
export const halfAt = (minutes: number): Half => (minutes < 12 * 60 + 30 ? 'MORNING' : 'AFTERNOON');

export interface HalfDays {
  readonly firstDay: string;
  readonly firstHalf: Half;
  readonly lastDay: string;
  readonly lastHalf: Half;
}
