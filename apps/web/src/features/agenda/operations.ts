import {
  AgendaDocument,
  type AgendaQuery,
  CalendarFeedsDocument,
  type CalendarFeedsQuery,
  CreateCalendarFeedDocument,
  RenewCalendarFeedDocument,
  RevokeCalendarFeedDocument,
} from '~/generated/agenda/graphql';
import { type Answer, answerOf, mapAnswer } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { useKeptCopy } from '~/lib/offline-copy';

export type Agenda = AgendaQuery['agenda'];
export type AgendaItem = Agenda['nodes'][number];
export type Feed = CalendarFeedsQuery['calendarFeeds'][number];

interface Span {
  readonly from: string;
  readonly until?: string;
  readonly after?: string;
}

const MOST = 100;

/** Kept on this device as well: without a connection the last copy is shown, with its time. */
export const useAgenda = (personId: string, { from, until, after }: Span): Read<Agenda> & { readonly isCopy: boolean } =>
  useKeptCopy(`agenda ${personId} ${until === undefined ? 'list' : 'week'}`, readOf(useRead(AgendaDocument, { from, until, after, first: MOST }), ({ agenda }) => agenda));

/** What comes first on a day or after it; null where nothing does. */
export const useFirstFrom = (from: string): Read<AgendaItem | null> => readOf(useRead(AgendaDocument, { from, first: 1 }), ({ agenda }) => agenda.nodes[0] ?? null);

export const useFeeds = (): Read<readonly Feed[]> => readOf(useRead(CalendarFeedsDocument, {}), ({ calendarFeeds }) => calendarFeeds);

/** Answer the address, which is shown once. */
export const createFeed = async (): Promise<Answer<string>> => mapAnswer(answerOf((await mutate(CreateCalendarFeedDocument, { input: {} })).createCalendarFeed), ({ url }) => url);
export const renewFeed = async (feedId: string): Promise<Answer<string>> => mapAnswer(answerOf((await mutate(RenewCalendarFeedDocument, { feedId })).renewCalendarFeed), ({ url }) => url);
export const revokeFeed = async (feedId: string): Promise<Answer<unknown>> => answerOf((await mutate(RevokeCalendarFeedDocument, { feedId })).revokeCalendarFeed);
