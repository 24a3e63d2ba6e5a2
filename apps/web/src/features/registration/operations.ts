import { LeaveCohortDocument, OpenCohortsDocument, type OpenCohortsQuery, RegisterForCohortDocument } from '~/generated/registration/graphql';
import { answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type OpenCohort = OpenCohortsQuery['openCohorts'][number];

export const useOpenCohorts = (): Read<readonly OpenCohort[]> => readOf(useRead(OpenCohortsDocument, {}), ({ openCohorts }) => openCohorts);
export const register = async (cohortId: string) => answerOf((await mutate(RegisterForCohortDocument, { cohortId })).registerForCohort);
export const leave = async (cohortId: string) => answerOf((await mutate(LeaveCohortDocument, { cohortId })).leaveCohort);
