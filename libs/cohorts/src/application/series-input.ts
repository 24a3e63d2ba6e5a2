import { textFaults } from '@app/identity';
import { inRule, ruleFaults, type WeeklyRule } from '@app/ledger';
import { type Fault } from '@app/platform';
import { type SessionKind } from '../domain/session-kind.js';

export interface SeriesInput {
  readonly cohortId: string;
  readonly rule: WeeklyRule;
  /** Sessions when left out. */
  readonly kind?: SessionKind;
  /** Only for this group; left out, for the whole cohort. */
  readonly groupId?: string | null;
  readonly trainerIds: readonly string[];
  /** Rooms and equipment; the first room says where it is. */
  readonly resourceIds: readonly string[];
  /** What the sessions are about: the lessons or modules of the course in order, or only a title. */
  readonly about: 'lessons' | 'modules' | 'title';
  readonly title?: string | null;
  readonly link?: string | null;
  readonly bring?: string | null;
}

const LINK = /^https?:\/\/[^\s]+$/;

/** Everything that is wrong with what was entered, before anything is looked up. */
export function seriesFaults({ rule, about, title, link, bring }: SeriesInput): readonly Fault[] {
  return [
    ...ruleFaults(rule).map(inRule),
    ...textFaults(title, { field: 'title', max: 120, required: about === 'title' }),
    ...meetingFaults({ link, bring }),
  ];
}

/** Where people meet online, and what they bring along. */
export interface Meeting {
  readonly link?: string | null;
  readonly bring?: string | null;
}

export function meetingFaults({ link, bring }: Meeting): readonly Fault[] {
  return [...textFaults(bring, { field: 'bring', max: 300 }), ...(!link || (LINK.test(link) && link.length <= 2_000) ? [] : [{ field: 'link', reason: 'link.malformed' }])];
}
