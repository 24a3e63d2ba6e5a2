import { TrailDocument, type TrailQuery, TrailVerdictDocument, type TrailVerdictQuery } from '~/generated/operations/graphql';
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
