import { type I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import {
  BlockResourceDocument,
  BookRoomDocument,
  BookSeriesDocument,
  CancelBookingDocument,
  type ChangeReason,
  EndAbsenceDocument,
  EnterLeaveDocument,
  MoveBookingDocument,
  PreviewBookingSeriesDocument,
  type PreviewBookingSeriesQuery,
  WeekBoardDocument,
  WeekSitesDocument,
} from '~/generated/week/graphql';
import { type Answer, answerOf, mapAnswer } from '~/lib/api/answer';
import { ask, mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { daysFrom, plusDays } from '~/lib/days';
import { useCentre } from '~/lib/viewer';
import { type BoardRows, weekOf } from './board-data';
import { type BoardEntry, type BoardResource, clockOf, type Move } from './model';
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
  /** Of a shared room; null takes it whole. */
  readonly seats: number | null;
}

/** The same every week: so many times, or until a day. */
export interface Repetition {
  readonly everyWeeks: number;
  readonly by: 'count' | 'until';
  readonly count: number;
  readonly until: string;
}

export type SeriesPreview = Extract<PreviewBookingSeriesQuery['previewBookingSeries'], { readonly __typename: 'BookingSeriesPreview' }>;

export interface LeaveDraft {
  readonly personId: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A booking that the leave lies over. */
export interface Overlapped {
  readonly title: string;
  readonly message: string;
}

export function useSites(organisationId: string): Read<readonly Site[]> {
  return readOf(useRead(WeekSitesDocument, { organisationId }), ({ sites }) => ('sites' in sites ? sites.sites : undefined));
}

export function useWeek(organisationId: string, site: Site, monday: string): Read<WeekData> {
  const { i18n } = useLingui();
  const read = useRead(WeekBoardDocument, { organisationId, siteId: site.id, from: monday });
  const board = read.data && 'rows' in read.data.board ? read.data.board : undefined;
  const data = useMemo(() => board && weekOf(board.rows, { zone: board.zone, days: daysFrom(monday, 7), words: wordsOf(i18n) }), [board, monday, i18n]);
  return readOf(read, () => data);
}

function wordsOf(i18n: I18n) {
  return {
    busy: i18n._(msg`Busy`),
    leave: i18n._(msg`Leave`),
    lent: i18n._(msg`Lent`),
    outOfUse: i18n._(msg`Out of use`),
    seats: (count: number) => i18n._(msg`${count} seats`),
  };
}

const at = (day: string, minutes: number): string => (minutes >= 24 * 60 ? `${plusDays(day, 1)}T00:00` : `${day}T${clockOf(minutes)}`);

/** Monday is 1, Sunday 7. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** What is wrong with a rule belongs to the fields of the form that it was made of. */
const fieldOfRule: Readonly<Record<string, string>> = { 'rule.from': 'day', 'rule.until': 'lastDay', 'rule.count': 'count', 'rule.slots.0.startsAt': 'from', 'rule.slots.0.endsAt': 'until' };

function atFields<T>(answer: Answer<T>): Answer<T> {
  if (answer.ok) return answer;
  const faults = answer.refusal.faults.map((fault) => ({ ...fault, field: fieldOfRule[fault.field.replace(/^input\./, '')] ?? fault.field }));
  return { ok: false, refusal: { ...answer.refusal, faults } };
}

/** What may be done on the board of a site. Times are readings of its wall clock; the server makes instants of them. */
export function useWeekActions(site: Site, resources: readonly BoardResource[]) {
  const { id: organisationId } = useCentre();
  const isPerson = (id: string | null): boolean => resources.find((one) => one.id === id)?.kind === 'person';
  const range = ({ day, from, until }: When) => ({ startsAt: `${day}T${from}`, endsAt: `${day}T${until}` });
  const takenBy = (resourceId: string | null, seats: number | null) => {
    const whom = resourceId ?? '';
    return isPerson(resourceId) ? { resourceIds: [], people: [{ personId: whom, part: 'STAFF' as const }], zone: site.zone } : { resourceIds: [whom], people: [], seats };
  };
  const seriesInput = ({ title, resourceId, seats, day, from, until }: BookDraft, { everyWeeks, by, count, until: last }: Repetition) => ({
    ...{ organisationId, title, siteId: site.id, ...takenBy(resourceId, seats) },
    rule: { slots: [{ weekday: weekdayOf(day), startsAt: from, endsAt: until }], from: day, everyWeeks, until: by === 'until' ? last : null, count: by === 'count' ? count : null },
  });
  return {
    book: async ({ title, resourceId, seats, ...when }: BookDraft): Promise<Answer<unknown>> => {
      return answerOf((await mutate(BookRoomDocument, { input: { organisationId, title, ...takenBy(resourceId, seats), ...range(when) } })).bookRoom);
    },
    previewSeries: async (draft: BookDraft, repetition: Repetition): Promise<Answer<SeriesPreview>> =>
      atFields(answerOf((await ask(PreviewBookingSeriesDocument, { input: seriesInput(draft, repetition) })).previewBookingSeries)),
    bookSeries: async (draft: BookDraft, repetition: Repetition): Promise<Answer<unknown>> =>
      atFields(answerOf((await mutate(BookSeriesDocument, { input: seriesInput(draft, repetition) })).bookSeries)),
    block: async ({ title, resourceId, seats: _whole, ...when }: BookDraft): Promise<Answer<unknown>> =>
      answerOf((await mutate(BlockResourceDocument, { input: { organisationId, resourceId: resourceId ?? '', kind: 'BLOCKED', label: title || null, ...range(when) } })).blockResource),
    move: async ({ entry, resourceId, day, from, until, why }: Move): Promise<Answer<{ version: number }>> => {
      const input = { organisationId, moves: [{ occurrenceId: entry.groupId, expectedVersion: entry.version, startsAt: at(day, from), endsAt: at(day, until), ...takenAfter(entry, resourceId) }], why };
      const answer = answerOf((await mutate(MoveBookingDocument, { input })).moveBooking);
      return mapAnswer(answer, ({ bookings }) => ({ version: bookings[0]?.version ?? entry.version }));
    },
    cancel: async (entry: BoardEntry, why: ChangeReason | null): Promise<Answer<unknown>> =>
      answerOf((await mutate(CancelBookingDocument, { input: { organisationId, occurrenceId: entry.groupId, expectedVersion: entry.version }, why })).cancelBooking),
    endAbsence: async (entry: BoardEntry): Promise<Answer<unknown>> =>
      answerOf((await mutate(EndAbsenceDocument, { input: { organisationId, absenceId: entry.groupId, expectedVersion: entry.version } })).endAbsence),
    enterLeave: async ({ personId, firstDay, lastDay }: LeaveDraft): Promise<Answer<readonly Overlapped[]>> => {
      const input = { organisationId, personId: personId ?? '', startsAt: `${firstDay}T00:00`, endsAt: `${plusDays(lastDay, 1)}T00:00`, zone: site.zone };
      const answer = answerOf((await mutate(EnterLeaveDocument, { input })).enterLeave);
      return mapAnswer(answer, ({ clashes }) => clashes.map(({ rival, message }) => ({ title: rival?.title ?? '', message })));
    },
  };
}

/** The whole new list of things or people, when the booking goes to another row. */
function takenAfter(entry: BoardEntry, resourceId: string) {
  if (resourceId === entry.resourceId) return {};
  if (entry.part === 'room' || entry.part === 'equipment') return { resourceIds: entry.takes.things.map((id) => (id === entry.resourceId ? resourceId : id)) };
  return { people: entry.takes.people.map((one) => ({ ...one, personId: one.personId === entry.resourceId ? resourceId : one.personId })) };
}

export type { BoardRows };
