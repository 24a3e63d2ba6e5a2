import { type I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import {
  BlockResourceDocument,
  BookRoomDocument,
  CancelBookingDocument,
  EndAbsenceDocument,
  EnterLeaveDocument,
  MoveBookingDocument,
  WeekBoardDocument,
  WeekSitesDocument,
} from '~/generated/week/graphql';
import { type Answer, answerOf, mapAnswer } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { daysFrom, plusDays } from '~/lib/days';
import { useCentre } from '~/lib/viewer';
import { type BoardRows, weekOf } from './board-data';
import { type BoardEntry, type BoardResource, clockOf } from './model';
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
  /** Of a shared room; null takes it whole. */
  readonly seats: number | null;
}

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

/** What may be done on the board of a site. Times are readings of its wall clock; the server makes instants of them. */
export function useWeekActions(site: Site, resources: readonly BoardResource[]) {
  const { id: organisationId } = useCentre();
  const isPerson = (id: string | null): boolean => resources.find((one) => one.id === id)?.kind === 'person';
  const range = ({ day, from, until }: When) => ({ startsAt: `${day}T${from}`, endsAt: `${day}T${until}` });
  return {
    book: async ({ title, resourceId, seats, ...when }: BookDraft): Promise<Answer<unknown>> => {
      const whom = resourceId ?? '';
      const taken = isPerson(resourceId) ? { resourceIds: [], people: [{ personId: whom, part: 'STAFF' as const }], zone: site.zone } : { resourceIds: [whom], people: [], seats };
      return answerOf((await mutate(BookRoomDocument, { input: { organisationId, title, ...taken, ...range(when) } })).bookRoom);
    },
    block: async ({ title, resourceId, seats: _whole, ...when }: BookDraft): Promise<Answer<unknown>> =>
      answerOf((await mutate(BlockResourceDocument, { input: { organisationId, resourceId: resourceId ?? '', kind: 'BLOCKED', label: title || null, ...range(when) } })).blockResource),
    move: async ({ entry, resourceId, day, from, until }: Move): Promise<Answer<{ version: number }>> => {
      const input = { organisationId, moves: [{ occurrenceId: entry.groupId, expectedVersion: entry.version, startsAt: at(day, from), endsAt: at(day, until), ...takenAfter(entry, resourceId) }] };
      const answer = answerOf((await mutate(MoveBookingDocument, { input })).moveBooking);
      return mapAnswer(answer, ({ bookings }) => ({ version: bookings[0]?.version ?? entry.version }));
    },
    cancel: async (entry: BoardEntry): Promise<Answer<unknown>> =>
      answerOf((await mutate(CancelBookingDocument, { input: { organisationId, occurrenceId: entry.groupId, expectedVersion: entry.version } })).cancelBooking),
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
