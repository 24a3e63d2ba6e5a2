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
    "query TodaySites($organisationId: ID!) {\n  sites(organisationId: $organisationId) {\n    ... on SiteList {\n      sites {\n        id\n        name\n        zone\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery TodayBoard($organisationId: ID!, $from: LocalDate!) {\n  board(organisationId: $organisationId, from: $from, days: 1) {\n    ... on Board {\n      zone\n      rows {\n        id\n        kind\n        name\n        siteName\n        bookings {\n          id\n          occurrenceId\n          title\n          from\n          to\n        }\n        absences {\n          id\n          kind\n          from\n          to\n        }\n        closed {\n          name\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery Notices($after: String) {\n  notices(first: 30, after: $after) {\n    nodes {\n      id\n      title\n      body\n      link\n      at\n      readAt\n      language\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation MarkNoticesRead($input: MarkNoticesReadInput!, $requestId: String) {\n  markNoticesRead(input: $input, requestId: $requestId) {\n    unread\n  }\n}": typeof types.TodaySitesDocument,
};
const documents: Documents = {
    "query TodaySites($organisationId: ID!) {\n  sites(organisationId: $organisationId) {\n    ... on SiteList {\n      sites {\n        id\n        name\n        zone\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery TodayBoard($organisationId: ID!, $from: LocalDate!) {\n  board(organisationId: $organisationId, from: $from, days: 1) {\n    ... on Board {\n      zone\n      rows {\n        id\n        kind\n        name\n        siteName\n        bookings {\n          id\n          occurrenceId\n          title\n          from\n          to\n        }\n        absences {\n          id\n          kind\n          from\n          to\n        }\n        closed {\n          name\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery Notices($after: String) {\n  notices(first: 30, after: $after) {\n    nodes {\n      id\n      title\n      body\n      link\n      at\n      readAt\n      language\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation MarkNoticesRead($input: MarkNoticesReadInput!, $requestId: String) {\n  markNoticesRead(input: $input, requestId: $requestId) {\n    unread\n  }\n}": types.TodaySitesDocument,
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
export function graphql(source: "query TodaySites($organisationId: ID!) {\n  sites(organisationId: $organisationId) {\n    ... on SiteList {\n      sites {\n        id\n        name\n        zone\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery TodayBoard($organisationId: ID!, $from: LocalDate!) {\n  board(organisationId: $organisationId, from: $from, days: 1) {\n    ... on Board {\n      zone\n      rows {\n        id\n        kind\n        name\n        siteName\n        bookings {\n          id\n          occurrenceId\n          title\n          from\n          to\n        }\n        absences {\n          id\n          kind\n          from\n          to\n        }\n        closed {\n          name\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery Notices($after: String) {\n  notices(first: 30, after: $after) {\n    nodes {\n      id\n      title\n      body\n      link\n      at\n      readAt\n      language\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation MarkNoticesRead($input: MarkNoticesReadInput!, $requestId: String) {\n  markNoticesRead(input: $input, requestId: $requestId) {\n    unread\n  }\n}"): (typeof documents)["query TodaySites($organisationId: ID!) {\n  sites(organisationId: $organisationId) {\n    ... on SiteList {\n      sites {\n        id\n        name\n        zone\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery TodayBoard($organisationId: ID!, $from: LocalDate!) {\n  board(organisationId: $organisationId, from: $from, days: 1) {\n    ... on Board {\n      zone\n      rows {\n        id\n        kind\n        name\n        siteName\n        bookings {\n          id\n          occurrenceId\n          title\n          from\n          to\n        }\n        absences {\n          id\n          kind\n          from\n          to\n        }\n        closed {\n          name\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery Notices($after: String) {\n  notices(first: 30, after: $after) {\n    nodes {\n      id\n      title\n      body\n      link\n      at\n      readAt\n      language\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nmutation MarkNoticesRead($input: MarkNoticesReadInput!, $requestId: String) {\n  markNoticesRead(input: $input, requestId: $requestId) {\n    unread\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;