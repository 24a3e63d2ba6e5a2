import { textFaults } from '@app/identity';
import { inRule, ruleFaults, type WeeklyRule } from '@app/ledger';
import { type Fault } from '@app/platform';

export interface SeriesInput {
  readonly cohortId: string;
  readonly rule: WeeklyRule;
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
    ...textFaults(bring, { field: 'bring', max: 300 }),
    ...(!link || (LINK.test(link) && link.length <= 2_000) ? [] : [{ field: 'link', reason: 'link.malformed' }]),
  ];
}
