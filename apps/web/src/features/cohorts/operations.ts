import {
  type ChangeReason,
  CancelSessionsDocument,
  ChangeCohortGroupDocument,
  ChangeCohortStateDocument,
  type ChangeCohortStateMutationVariables,
  ChangeEnrolmentDocument,
  ChooseCohortInvitationsDocument,
  CohortDetailDocument,
  CohortFormChoicesDocument,
  CohortLearnersDocument,
  type CohortLearnersQuery,
  CohortsDocument,
  CohortSessionsDocument,
  type CohortSessionsQuery,
  type CohortsQuery,
  CreateCohortDocument,
  type CreateCohortMutationVariables,
  CreateSeriesDocument,
  type CreateSeriesMutationVariables,
  EnrolLearnersDocument,
  FindLearnersDocument,
  LackingPeopleDocument,
  MoveSessionsDocument,
  PreviewSeriesDocument,
  type PreviewSeriesQuery,
  RemoveFromWaitingListDocument,
  SeriesChoicesDocument,
  SubstituteSessionsDocument,
  TransferLearnerDocument,
  UndoSessionChangeDocument,
  UpdateCohortDocument,
  WaitingListDocument,
  type WaitingListQuery,
} from '~/generated/cohorts/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { ask, mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type Cohort = Extract<CohortsQuery['cohorts'], { readonly __typename: 'CohortConnection' }>['nodes'][number];
export type CohortState = Cohort['state'];
type Sessions = Extract<CohortSessionsQuery['cohortSessions'], { readonly __typename: 'CohortSessions' }>;
export type Session = Sessions['sessions'][number];
export type SessionChange = Sessions['history'][number];
export type Learner = Extract<CohortLearnersQuery['cohortLearners'], { readonly __typename: 'CohortLearnerConnection' }>['nodes'][number];
export type EnrolmentState = Learner['state'];
export type Waiting = Extract<WaitingListQuery['waitingList'], { readonly __typename: 'WaitingList' }>['people'][number];
export type SeriesPreview = Extract<PreviewSeriesQuery['previewSeries'], { readonly __typename: 'SeriesPreview' }>;
export type SeriesInput = CreateSeriesMutationVariables['input'];
export type CohortFacts = Omit<CreateCohortMutationVariables['input'], 'organisationId' | 'courseId'>;

const pageSize = 50;

export interface CohortFilter {
  readonly organisationId: string;
  readonly states?: readonly CohortState[];
  readonly text?: string;
  readonly after?: string;
}

export const useCohorts = ({ organisationId, states, text, after }: CohortFilter): Read<{ readonly cohorts: readonly Cohort[]; readonly next: string | null }> =>
  readOf(useRead(CohortsDocument, { organisationId, states, text, first: pageSize, after }), ({ cohorts }) =>
    'nodes' in cohorts ? { cohorts: cohorts.nodes, next: cohorts.pageInfo.hasNextPage ? (cohorts.pageInfo.endCursor ?? null) : null } : undefined,
  );
export const useCohort = (id: string): Read<Cohort> => readOf(useRead(CohortDetailDocument, { id }), ({ cohort }) => ('id' in cohort ? cohort : undefined));
export const useSessions = (cohortId: string): Read<Sessions> => readOf(useRead(CohortSessionsDocument, { cohortId }), ({ cohortSessions }) => ('sessions' in cohortSessions ? cohortSessions : undefined));
export const useWaitingList = (cohortId: string): Read<readonly Waiting[]> => readOf(useRead(WaitingListDocument, { cohortId }), ({ waitingList }) => ('people' in waitingList ? waitingList.people : undefined));
export const useLearners = (cohortId: string, after: string | undefined): Read<{ readonly learners: readonly Learner[]; readonly next: string | null }> =>
  readOf(useRead(CohortLearnersDocument, { cohortId, first: pageSize, after }), ({ cohortLearners }) =>
    'nodes' in cohortLearners ? { learners: cohortLearners.nodes, next: cohortLearners.pageInfo.hasNextPage ? (cohortLearners.pageInfo.endCursor ?? null) : null } : undefined,
  );

export const useFormChoices = (organisationId: string) =>
  readOf(useRead(CohortFormChoicesDocument, { organisationId }), ({ plannableCourses, sites }) => ('courses' in plannableCourses && 'sites' in sites ? { courses: plannableCourses.courses, sites: sites.sites } : undefined));
export const useSeriesChoices = (organisationId: string) =>
  readOf(useRead(SeriesChoicesDocument, { organisationId }), ({ rooms, equipment, people, lentThings }) => ({
    rooms: rooms.nodes,
    equipment: equipment.nodes,
    lent: lentThings,
    trainers: 'nodes' in people ? people.nodes.map(({ personId, givenName, familyName }) => ({ id: personId, name: `${givenName} ${familyName}`.trim() })) : [],
  }));
export const useFoundLearners = (organisationId: string, search: string) =>
  readOf(useRead(FindLearnersDocument, { organisationId, search: search.trim() || undefined }), ({ people }) =>
    'nodes' in people ? people.nodes.map(({ personId, givenName, familyName, email }) => ({ id: personId, name: `${givenName} ${familyName}`.trim(), email: email ?? '' })) : undefined,
  );
/** Titles of what comes before and is not completed, by person: known before somebody is enrolled. */
export const useLacks = (cohortId: string, personIds: readonly string[]): Readonly<Record<string, readonly string[]>> =>
  readOf(useRead(LackingPeopleDocument, { cohortId, personIds }, { pause: personIds.length === 0 }), ({ lackingPeople }) =>
    'people' in lackingPeople ? Object.fromEntries(lackingPeople.people.map(({ personId, courses }) => [personId, courses])) : {},
  ).data ?? {};

export const createCohort = async (input: CreateCohortMutationVariables['input']) => answerOf((await mutate(CreateCohortDocument, { input })).createCohort);
export const updateCohort = async ({ id, version }: Cohort, facts: CohortFacts) => answerOf((await mutate(UpdateCohortDocument, { input: { ...facts, cohortId: id, expectedVersion: version } })).updateCohort);
export const changeState = async ({ id, version }: Cohort, to: ChangeCohortStateMutationVariables['input']['to'], despiteMinimum: boolean) =>
  answerOf((await mutate(ChangeCohortStateDocument, { input: { cohortId: id, expectedVersion: version, to, despiteMinimum } })).changeCohortState);
export const chooseInvitations = async ({ id }: Cohort, byMail: boolean) => answerOf((await mutate(ChooseCohortInvitationsDocument, { input: { cohortId: id, byMail } })).chooseCohortInvitations);
export const changeGroup = async (cohortId: string, group: { readonly groupId?: string; readonly name?: string }) => answerOf((await mutate(ChangeCohortGroupDocument, { input: { cohortId, ...group } })).changeCohortGroup);

export const previewSeries = async (input: SeriesInput): Promise<Answer<SeriesPreview>> => answerOf((await ask(PreviewSeriesDocument, { input })).previewSeries);
export const createSeries = async (input: SeriesInput) => answerOf((await mutate(CreateSeriesDocument, { input })).createSeries);

/** One session, or it and all that follow. */
export const refOf = (cohortId: string, { id, version }: Session, following: boolean, why: ChangeReason | null) => ({ cohortId, occurrenceId: id, expectedVersion: version, following, why });
type Ref = ReturnType<typeof refOf>;
export const moveSessions = async (ref: Ref, to: { readonly date: string; readonly startsAt: string; readonly endsAt: string }) => answerOf((await mutate(MoveSessionsDocument, { input: { ...ref, ...to } })).moveSessions);
export const cancelSessions = async (ref: Ref) => answerOf((await mutate(CancelSessionsDocument, { input: ref })).cancelSessions);
export const substituteSessions = async (ref: Ref, by: { readonly trainerIds?: readonly string[]; readonly resourceIds?: readonly string[]; readonly link?: string; readonly bring?: string }) => answerOf((await mutate(SubstituteSessionsDocument, { input: { ...ref, ...by } })).substituteSessions);
export const undoChange = async (changeId: string) => answerOf((await mutate(UndoSessionChangeDocument, { changeId })).undoSessionChange);

export const enrolLearners = async (cohortId: string, personIds: readonly string[], more: { readonly groupId?: string | null; readonly whenFull?: 'REFUSE' | 'WAIT' } = {}) =>
  answerOf((await mutate(EnrolLearnersDocument, { input: { cohortId, personIds, groupId: more.groupId, whenFull: more.whenFull ?? 'REFUSE' } })).enrolLearners);
export const changeEnrolment = async (cohortId: string, { personId, version }: Learner, change: { readonly to?: EnrolmentState; readonly groupId?: string | null }) =>
  answerOf((await mutate(ChangeEnrolmentDocument, { input: { cohortId, personId, expectedVersion: version, ...change } })).changeEnrolment);
export const transferLearner = async (fromCohortId: string, personId: string, toCohortId: string) => answerOf((await mutate(TransferLearnerDocument, { input: { personId, fromCohortId, toCohortId } })).transferLearner);
export const removeFromWaitingList = async (cohortId: string, personId: string) => answerOf((await mutate(RemoveFromWaitingListDocument, { cohortId, personId })).removeFromWaitingList);
