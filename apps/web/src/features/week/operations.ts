import { type Answer, done } from '~/lib/api/answer';
import { type Read } from '~/lib/api/use-api';
import { type BoardEntry, type BoardResource } from './model';
import { type Move } from './use-lift';
import { type When } from './when-fields';

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
}
export interface WeekData {
  readonly resources: readonly BoardResource[];
  readonly entries: readonly BoardEntry[];
}
export interface BookDraft extends When {
  readonly title: string;
  readonly resourceId: string | null;
}
export interface LeaveDraft {
  readonly personId: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
}
/** A booking that the leave lies over. */
export interface Overlapped {
  readonly id: string;
  readonly title: string;
  readonly when: string;
}
export function useSites(_organisationId: string): Read<readonly Site[]> {
  return { data: [], loading: false, failed: undefined, again: () => undefined };
}
export function useWeek(_organisationId: string, _site: Site, _monday: string): Read<WeekData> {
  return { data: { resources: [], entries: [] }, loading: false, failed: undefined, again: () => undefined };
}
export function useWeekActions(_site: Site) {
  return {
    book: (_draft: BookDraft): Promise<Answer<true>> => Promise.resolve(done(true)),
    block: (_draft: BookDraft): Promise<Answer<true>> => Promise.resolve(done(true)),
    move: (_move: Move): Promise<Answer<Partial<BoardEntry>>> => Promise.resolve(done({})),
    cancel: (_entry: BoardEntry): Promise<Answer<true>> => Promise.resolve(done(true)),
    endAbsence: (_entry: BoardEntry): Promise<Answer<true>> => Promise.resolve(done(true)),
    enterLeave: (_draft: LeaveDraft): Promise<Answer<readonly Overlapped[]>> => Promise.resolve(done([])),
  };
}
