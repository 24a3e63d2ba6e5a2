import { SessionSheetDocument, type SessionSheetQuery } from '~/generated/session/graphql';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { useKeptCopy } from '~/lib/offline-copy';

export type Sheet = Extract<SessionSheetQuery['sessionSheet'], { readonly __typename: 'SessionSheet' }>;
export type Expected = Sheet['people'][number];
export const statuses = ['PRESENT', 'LATE', 'EXCUSED', 'ABSENT'] as const;
export type Status = (typeof statuses)[number];

/** Kept on this device as well: attendance is taken without a connection, too. */
export const useSheet = (personId: string, id: string): Read<Sheet> & { readonly isCopy: boolean } =>
  useKeptCopy(`session ${personId} ${id}`, readOf(useRead(SessionSheetDocument, { id }), ({ sessionSheet }) => ('people' in sessionSheet ? sessionSheet : undefined)));
