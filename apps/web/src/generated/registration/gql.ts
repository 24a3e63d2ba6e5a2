/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query OpenCohorts {\n  openCohorts {\n    id\n    organisationId\n    name\n    state\n    courseTitle\n    siteName\n    zone\n    language\n    startsOn\n    endsOn\n    capacity\n    enrolled\n    waiting\n    sessions\n    nextSessionAt\n    registrationOpensAt\n    registrationClosesAt\n    takesRegistrations\n    demandsPrerequisites\n    level\n    price\n    publicId\n    prerequisites {\n      title\n      level\n      isMet\n    }\n    mine {\n      state\n      before\n      groupName\n    }\n  }\n}\n\nmutation RegisterForCohort($cohortId: ID!, $requestId: String) {\n  registerForCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on Registration {\n      cohortId\n      state\n      before\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on ScheduleClash {\n      clashes {\n        message\n      }\n    }\n  }\n}\n\nmutation LeaveCohort($cohortId: ID!, $requestId: String) {\n  leaveCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on PlaceGivenUp {\n      cohortId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": typeof types.OpenCohortsDocument,
};
const documents: Documents = {
    "query OpenCohorts {\n  openCohorts {\n    id\n    organisationId\n    name\n    state\n    courseTitle\n    siteName\n    zone\n    language\n    startsOn\n    endsOn\n    capacity\n    enrolled\n    waiting\n    sessions\n    nextSessionAt\n    registrationOpensAt\n    registrationClosesAt\n    takesRegistrations\n    demandsPrerequisites\n    level\n    price\n    publicId\n    prerequisites {\n      title\n      level\n      isMet\n    }\n    mine {\n      state\n      before\n      groupName\n    }\n  }\n}\n\nmutation RegisterForCohort($cohortId: ID!, $requestId: String) {\n  registerForCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on Registration {\n      cohortId\n      state\n      before\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on ScheduleClash {\n      clashes {\n        message\n      }\n    }\n  }\n}\n\nmutation LeaveCohort($cohortId: ID!, $requestId: String) {\n  leaveCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on PlaceGivenUp {\n      cohortId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": types.OpenCohortsDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OpenCohorts {\n  openCohorts {\n    id\n    organisationId\n    name\n    state\n    courseTitle\n    siteName\n    zone\n    language\n    startsOn\n    endsOn\n    capacity\n    enrolled\n    waiting\n    sessions\n    nextSessionAt\n    registrationOpensAt\n    registrationClosesAt\n    takesRegistrations\n    demandsPrerequisites\n    level\n    price\n    publicId\n    prerequisites {\n      title\n      level\n      isMet\n    }\n    mine {\n      state\n      before\n      groupName\n    }\n  }\n}\n\nmutation RegisterForCohort($cohortId: ID!, $requestId: String) {\n  registerForCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on Registration {\n      cohortId\n      state\n      before\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on ScheduleClash {\n      clashes {\n        message\n      }\n    }\n  }\n}\n\nmutation LeaveCohort($cohortId: ID!, $requestId: String) {\n  leaveCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on PlaceGivenUp {\n      cohortId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["query OpenCohorts {\n  openCohorts {\n    id\n    organisationId\n    name\n    state\n    courseTitle\n    siteName\n    zone\n    language\n    startsOn\n    endsOn\n    capacity\n    enrolled\n    waiting\n    sessions\n    nextSessionAt\n    registrationOpensAt\n    registrationClosesAt\n    takesRegistrations\n    demandsPrerequisites\n    level\n    price\n    publicId\n    prerequisites {\n      title\n      level\n      isMet\n    }\n    mine {\n      state\n      before\n      groupName\n    }\n  }\n}\n\nmutation RegisterForCohort($cohortId: ID!, $requestId: String) {\n  registerForCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on Registration {\n      cohortId\n      state\n      before\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on ScheduleClash {\n      clashes {\n        message\n      }\n    }\n  }\n}\n\nmutation LeaveCohort($cohortId: ID!, $requestId: String) {\n  leaveCohort(cohortId: $cohortId, requestId: $requestId) {\n    ... on PlaceGivenUp {\n      cohortId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;