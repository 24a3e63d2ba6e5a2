import {
  DeliveriesDocument,
  type DeliveriesQuery,
  DeliveryCountsDocument,
  type DeliveryCountsQuery,
  DiscardDeliveryDocument,
  DiscardFailedWorkDocument,
  DiscardJobDocument,
  FailedWorkDocument,
  type FailedWorkQuery,
  InstallationDocument,
  type InstallationQuery,
  RetryDeliveryDocument,
  RetryFailedWorkDocument,
  RetryJobDocument,
  SendTestMailDocument,
  TrailDocument,
  type TrailQuery,
  TrailVerdictDocument,
  type TrailVerdictQuery,
  UnparkChangesDocument,
} from '~/generated/operations/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type TrailEntry = Extract<TrailQuery['auditTrail'], { readonly __typename: 'TrailEntryConnection' }>['nodes'][number];
export type Verdict = Extract<TrailVerdictQuery['verifyAuditTrail'], { readonly __typename: 'TrailVerdict' }>;

export interface TrailPage {
  readonly entries: readonly TrailEntry[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export const useTrail = (organisationId: string, after: string | undefined): Read<TrailPage> =>
  readOf(useRead(TrailDocument, { organisationId, after }), ({ auditTrail }) =>
    'nodes' in auditTrail ? { entries: auditTrail.nodes, next: auditTrail.pageInfo.hasNextPage ? auditTrail.pageInfo.endCursor : null } : undefined,
  );

export const useVerdict = (organisationId: string): Read<Verdict> =>
  readOf(useRead(TrailVerdictDocument, { organisationId }), ({ verifyAuditTrail }) => ('seals' in verifyAuditTrail ? verifyAuditTrail : undefined));

export type Delivery = Extract<DeliveriesQuery['deliveries'], { readonly __typename: 'DeliveryConnection' }>['nodes'][number];
export type Counts = Extract<DeliveryCountsQuery['deliveryCounts'], { readonly __typename: 'DeliveryCounts' }>;
export type Installation = Extract<InstallationQuery['operations'], { readonly __typename: 'Operations' }>;
export type FailedJob = Installation['failedJobs'][number];

export interface DeliveryPage {
  readonly deliveries: readonly Delivery[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export const useDeliveries = (organisationId: string, state: string | undefined, after: string | undefined): Read<DeliveryPage> =>
  readOf(useRead(DeliveriesDocument, { organisationId, states: state && [state], after }), ({ deliveries }) =>
    'nodes' in deliveries ? { deliveries: deliveries.nodes, next: deliveries.pageInfo.hasNextPage ? deliveries.pageInfo.endCursor : null } : undefined,
  );

export const useCounts = (organisationId: string): Read<Counts> =>
  readOf(useRead(DeliveryCountsDocument, { organisationId }), ({ deliveryCounts }) => ('failed' in deliveryCounts ? deliveryCounts : undefined));

export const useInstallation = (): Read<Installation> => readOf(useRead(InstallationDocument, {}), ({ operations }) => ('workers' in operations ? operations : undefined));

export type FailedWork = Extract<FailedWorkQuery['failedWork'], { readonly __typename: 'FailedWorkList' }>['work'][number];

export const useFailedWork = (organisationId: string): Read<readonly FailedWork[]> =>
  readOf(useRead(FailedWorkDocument, { organisationId }), ({ failedWork }) => ('work' in failedWork ? failedWork.work : undefined));

type Change = Promise<Answer<unknown>>;
export const retryDelivery = async (id: string): Change => answerOf((await mutate(RetryDeliveryDocument, { input: { id } })).retryDelivery);
export const discardDelivery = async (id: string): Change => answerOf((await mutate(DiscardDeliveryDocument, { input: { id } })).discardDelivery);
export const sendTestMail = async (organisationId: string): Change => answerOf((await mutate(SendTestMailDocument, { input: { organisationId } })).sendTestMail);
export const retryJob = async (id: string): Change => answerOf((await mutate(RetryJobDocument, { input: { id } })).retryJob);
export const discardJob = async (id: string): Change => answerOf((await mutate(DiscardJobDocument, { input: { id } })).discardJob);
export const retryWork = async (organisationId: string, jobId: string): Change => answerOf((await mutate(RetryFailedWorkDocument, { input: { organisationId, jobId } })).retryFailedWork);
export const discardWork = async (organisationId: string, jobId: string): Change => answerOf((await mutate(DiscardFailedWorkDocument, { input: { organisationId, jobId } })).discardFailedWork);
export const unparkChanges = async (consumer: string): Change => answerOf((await mutate(UnparkChangesDocument, { input: { consumer } })).unparkChanges);
