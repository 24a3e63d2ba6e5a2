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
    "query SessionSheet($id: ID!) {\n  sessionSheet(id: $id) {\n    ... on SessionSheet {\n      id\n      organisationId\n      kind\n      state\n      version\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      units\n      now\n      staff {\n        personId\n        name\n      }\n      people {\n        personId\n        givenName\n        familyName\n        absence {\n          id\n          reason\n          state\n        }\n        marks {\n          id\n          unit\n          status\n          minutesLate\n          recordedAt\n          recordedBy\n          corrected {\n            id\n            status\n            recordedAt\n            recordedBy\n          }\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation MarkAttendance($input: MarkAttendanceInput!, $requestId: String) {\n  markAttendance(input: $input, requestId: $requestId) {\n    ... on AttendanceMarked {\n      occurrenceId\n      appended\n      conflicts {\n        personId\n        unit\n        status\n        reason\n        standing {\n          id\n          personId\n          unit\n          status\n          recordedAt\n          recordedBy\n        }\n      }\n      standing {\n        id\n        personId\n        unit\n        status\n        recordedAt\n        recordedBy\n      }\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": typeof types.SessionSheetDocument,
};
const documents: Documents = {
    "query SessionSheet($id: ID!) {\n  sessionSheet(id: $id) {\n    ... on SessionSheet {\n      id\n      organisationId\n      kind\n      state\n      version\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      units\n      now\n      staff {\n        personId\n        name\n      }\n      people {\n        personId\n        givenName\n        familyName\n        absence {\n          id\n          reason\n          state\n        }\n        marks {\n          id\n          unit\n          status\n          minutesLate\n          recordedAt\n          recordedBy\n          corrected {\n            id\n            status\n            recordedAt\n            recordedBy\n          }\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation MarkAttendance($input: MarkAttendanceInput!, $requestId: String) {\n  markAttendance(input: $input, requestId: $requestId) {\n    ... on AttendanceMarked {\n      occurrenceId\n      appended\n      conflicts {\n        personId\n        unit\n        status\n        reason\n        standing {\n          id\n          personId\n          unit\n          status\n          recordedAt\n          recordedBy\n        }\n      }\n      standing {\n        id\n        personId\n        unit\n        status\n        recordedAt\n        recordedBy\n      }\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": types.SessionSheetDocument,
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
export function graphql(source: "query SessionSheet($id: ID!) {\n  sessionSheet(id: $id) {\n    ... on SessionSheet {\n      id\n      organisationId\n      kind\n      state\n      version\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      units\n      now\n      staff {\n        personId\n        name\n      }\n      people {\n        personId\n        givenName\n        familyName\n        absence {\n          id\n          reason\n          state\n        }\n        marks {\n          id\n          unit\n          status\n          minutesLate\n          recordedAt\n          recordedBy\n          corrected {\n            id\n            status\n            recordedAt\n            recordedBy\n          }\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation MarkAttendance($input: MarkAttendanceInput!, $requestId: String) {\n  markAttendance(input: $input, requestId: $requestId) {\n    ... on AttendanceMarked {\n      occurrenceId\n      appended\n      conflicts {\n        personId\n        unit\n        status\n        reason\n        standing {\n          id\n          personId\n          unit\n          status\n          recordedAt\n          recordedBy\n        }\n      }\n      standing {\n        id\n        personId\n        unit\n        status\n        recordedAt\n        recordedBy\n      }\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["query SessionSheet($id: ID!) {\n  sessionSheet(id: $id) {\n    ... on SessionSheet {\n      id\n      organisationId\n      kind\n      state\n      version\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      units\n      now\n      staff {\n        personId\n        name\n      }\n      people {\n        personId\n        givenName\n        familyName\n        absence {\n          id\n          reason\n          state\n        }\n        marks {\n          id\n          unit\n          status\n          minutesLate\n          recordedAt\n          recordedBy\n          corrected {\n            id\n            status\n            recordedAt\n            recordedBy\n          }\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation MarkAttendance($input: MarkAttendanceInput!, $requestId: String) {\n  markAttendance(input: $input, requestId: $requestId) {\n    ... on AttendanceMarked {\n      occurrenceId\n      appended\n      conflicts {\n        personId\n        unit\n        status\n        reason\n        standing {\n          id\n          personId\n          unit\n          status\n          recordedAt\n          recordedBy\n        }\n      }\n      standing {\n        id\n        personId\n        unit\n        status\n        recordedAt\n        recordedBy\n      }\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;