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
    "query Agenda($from: LocalDate, $until: LocalDate, $first: Int!, $after: String) {\n  agenda(from: $from, until: $until, first: $first, after: $after) {\n    now\n    nodes {\n      id\n      kind\n      state\n      part\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      staff\n      absence\n      tint\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery CalendarFeeds {\n  calendarFeeds {\n    id\n    kind\n    resourceId\n    roomName\n    renewedAt\n    readAt\n    version\n  }\n}\n\nmutation CreateCalendarFeed($input: CreateCalendarFeedInput!, $requestId: String) {\n  createCalendarFeed(input: $input, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RenewCalendarFeed($feedId: ID!, $requestId: String) {\n  renewCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RevokeCalendarFeed($feedId: ID!, $requestId: String) {\n  revokeCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on CalendarFeedRevoked {\n      feedId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": typeof types.AgendaDocument,
};
const documents: Documents = {
    "query Agenda($from: LocalDate, $until: LocalDate, $first: Int!, $after: String) {\n  agenda(from: $from, until: $until, first: $first, after: $after) {\n    now\n    nodes {\n      id\n      kind\n      state\n      part\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      staff\n      absence\n      tint\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery CalendarFeeds {\n  calendarFeeds {\n    id\n    kind\n    resourceId\n    roomName\n    renewedAt\n    readAt\n    version\n  }\n}\n\nmutation CreateCalendarFeed($input: CreateCalendarFeedInput!, $requestId: String) {\n  createCalendarFeed(input: $input, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RenewCalendarFeed($feedId: ID!, $requestId: String) {\n  renewCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RevokeCalendarFeed($feedId: ID!, $requestId: String) {\n  revokeCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on CalendarFeedRevoked {\n      feedId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": types.AgendaDocument,
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
export function graphql(source: "query Agenda($from: LocalDate, $until: LocalDate, $first: Int!, $after: String) {\n  agenda(from: $from, until: $until, first: $first, after: $after) {\n    now\n    nodes {\n      id\n      kind\n      state\n      part\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      staff\n      absence\n      tint\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery CalendarFeeds {\n  calendarFeeds {\n    id\n    kind\n    resourceId\n    roomName\n    renewedAt\n    readAt\n    version\n  }\n}\n\nmutation CreateCalendarFeed($input: CreateCalendarFeedInput!, $requestId: String) {\n  createCalendarFeed(input: $input, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RenewCalendarFeed($feedId: ID!, $requestId: String) {\n  renewCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RevokeCalendarFeed($feedId: ID!, $requestId: String) {\n  revokeCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on CalendarFeedRevoked {\n      feedId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["query Agenda($from: LocalDate, $until: LocalDate, $first: Int!, $after: String) {\n  agenda(from: $from, until: $until, first: $first, after: $after) {\n    now\n    nodes {\n      id\n      kind\n      state\n      part\n      startsAt\n      endsAt\n      zone\n      day\n      title\n      place\n      link\n      bring\n      siteName\n      rooms\n      staff\n      absence\n      tint\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nquery CalendarFeeds {\n  calendarFeeds {\n    id\n    kind\n    resourceId\n    roomName\n    renewedAt\n    readAt\n    version\n  }\n}\n\nmutation CreateCalendarFeed($input: CreateCalendarFeedInput!, $requestId: String) {\n  createCalendarFeed(input: $input, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RenewCalendarFeed($feedId: ID!, $requestId: String) {\n  renewCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on GivenCalendarFeed {\n      url\n      feed {\n        id\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation RevokeCalendarFeed($feedId: ID!, $requestId: String) {\n  revokeCalendarFeed(feedId: $feedId, requestId: $requestId) {\n    ... on CalendarFeedRevoked {\n      feedId\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;