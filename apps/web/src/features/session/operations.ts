import { MarkAttendanceDocument, SessionSheetDocument, type SessionSheetQuery } from '~/generated/session/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type Sheet = Extract<SessionSheetQuery['sessionSheet'], { readonly __typename: 'SessionSheet' }>;
export type Expected = Sheet['people'][number];
export const statuses = ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT'] as const;
export type Status = (typeof statuses)[number];

export interface Mark {
  readonly personId: string;
  readonly unit: number;
  readonly status: Status;
}

export const useSheet = (id: string): Read<Sheet> => readOf(useRead(SessionSheetDocument, { id }), ({ sessionSheet }) => ('people' in sessionSheet ? sessionSheet : undefined));
export const mark = async (occurrenceId: string, marks: readonly Mark[]): Promise<Answer<unknown>> => answerOf((await mutate(MarkAttendanceDocument, { input: { occurrenceId, marks } })).markAttendance);
