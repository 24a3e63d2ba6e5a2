import {
  AnnounceAbsenceDocument,
  type AnnounceAbsenceMutationVariables,
  DecideAbsenceDocument,
  DeskDocument,
  type DeskQuery,
  MyDayDocument,
  type MyDayQuery,
  RemoveAbsenceProofDocument,
  SeeAgendaChangesDocument,
  TrainerDayDocument,
  type TrainerDayQuery,
  WithdrawAbsenceDocument,
} from '~/generated/today/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { useKeptCopy } from '~/lib/offline-copy';

export type MyDay = MyDayQuery['myDay'];
export type DayItem = MyDay['items'][number];
export type DayChange = MyDay['changes'][number];
export type DayAbsence = MyDay['absences'][number];
export type TrainerDay = TrainerDayQuery['trainerDay'];
export type TaughtItem = TrainerDay['items'][number];
export type Desk = Extract<DeskQuery['desk'], { readonly __typename: 'Desk' }>;
export type CohortsToDecide = Desk['cohorts'];
export type DeskAbsence = Desk['absences'][number];

/** Kept on this device as well: without a connection the last copy is shown, with its time. */
export const useMyDay = (personId: string): Read<MyDay> & { readonly isCopy: boolean } => useKeptCopy(`my-day ${personId}`, readOf(useRead(MyDayDocument, {}), ({ myDay }) => myDay));
export const useTrainerDay = (): Read<TrainerDay> => readOf(useRead(TrainerDayDocument, {}), ({ trainerDay }) => trainerDay);
export const useDesk = (organisationId: string): Read<Desk> => readOf(useRead(DeskDocument, { organisationId }), ({ desk }) => ('failedMessages' in desk ? desk : undefined));

export const seeChanges = (): Promise<unknown> => mutate(SeeAgendaChangesDocument, {});
export const announceAbsence = async (input: AnnounceAbsenceMutationVariables['input']): Promise<Answer<{ readonly id: string }>> => answerOf((await mutate(AnnounceAbsenceDocument, { input })).announceAbsence);
export const withdrawAbsence = async ({ id, version }: DayAbsence): Promise<Answer<unknown>> =>
  answerOf((await mutate(WithdrawAbsenceDocument, { input: { absenceId: id, expectedVersion: version } })).withdrawAbsence);
export const removeProof = async (proofId: string): Promise<Answer<unknown>> => answerOf((await mutate(RemoveAbsenceProofDocument, { proofId })).removeAbsenceProof);
export const decideAbsence = async ({ id, version }: DeskAbsence, decision: 'JUSTIFIED' | 'UNJUSTIFIED'): Promise<Answer<unknown>> =>
  answerOf((await mutate(DecideAbsenceDocument, { input: { absenceId: id, expectedVersion: version, decision } })).decideAbsence);
