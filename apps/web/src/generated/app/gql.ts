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
    "query Viewer {\n  me {\n    personId\n    name\n    email\n    language\n    platformAdmin\n    version\n    secondFactorDemandedBy\n    organisations {\n      id\n      name\n      zone\n      isDemo\n      roles\n      siteId\n      words {\n        word\n        language\n        own\n      }\n    }\n  }\n}\n\nmutation SignOut($requestId: String) {\n  signOut(requestId: $requestId) {\n    there {\n      name\n      url\n    }\n  }\n}\n\nmutation SpeakWithMe($input: UpdateMyAccountInput!, $requestId: String) {\n  updateMyAccount(input: $input, requestId: $requestId) {\n    ... on Me {\n      personId\n      language\n      version\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery FindPeople($organisationId: ID!, $search: String!) {\n  people(organisationId: $organisationId, search: $search, first: 6) {\n    ... on PersonConnection {\n      nodes {\n        organisationId\n        personId\n        givenName\n        familyName\n        email\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery UnreadNotices {\n  unreadNotices {\n    unread\n  }\n}": typeof types.ViewerDocument,
};
const documents: Documents = {
    "query Viewer {\n  me {\n    personId\n    name\n    email\n    language\n    platformAdmin\n    version\n    secondFactorDemandedBy\n    organisations {\n      id\n      name\n      zone\n      isDemo\n      roles\n      siteId\n      words {\n        word\n        language\n        own\n      }\n    }\n  }\n}\n\nmutation SignOut($requestId: String) {\n  signOut(requestId: $requestId) {\n    there {\n      name\n      url\n    }\n  }\n}\n\nmutation SpeakWithMe($input: UpdateMyAccountInput!, $requestId: String) {\n  updateMyAccount(input: $input, requestId: $requestId) {\n    ... on Me {\n      personId\n      language\n      version\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery FindPeople($organisationId: ID!, $search: String!) {\n  people(organisationId: $organisationId, search: $search, first: 6) {\n    ... on PersonConnection {\n      nodes {\n        organisationId\n        personId\n        givenName\n        familyName\n        email\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery UnreadNotices {\n  unreadNotices {\n    unread\n  }\n}": types.ViewerDocument,
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
export function graphql(source: "query Viewer {\n  me {\n    personId\n    name\n    email\n    language\n    platformAdmin\n    version\n    secondFactorDemandedBy\n    organisations {\n      id\n      name\n      zone\n      isDemo\n      roles\n      siteId\n      words {\n        word\n        language\n        own\n      }\n    }\n  }\n}\n\nmutation SignOut($requestId: String) {\n  signOut(requestId: $requestId) {\n    there {\n      name\n      url\n    }\n  }\n}\n\nmutation SpeakWithMe($input: UpdateMyAccountInput!, $requestId: String) {\n  updateMyAccount(input: $input, requestId: $requestId) {\n    ... on Me {\n      personId\n      language\n      version\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery FindPeople($organisationId: ID!, $search: String!) {\n  people(organisationId: $organisationId, search: $search, first: 6) {\n    ... on PersonConnection {\n      nodes {\n        organisationId\n        personId\n        givenName\n        familyName\n        email\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery UnreadNotices {\n  unreadNotices {\n    unread\n  }\n}"): (typeof documents)["query Viewer {\n  me {\n    personId\n    name\n    email\n    language\n    platformAdmin\n    version\n    secondFactorDemandedBy\n    organisations {\n      id\n      name\n      zone\n      isDemo\n      roles\n      siteId\n      words {\n        word\n        language\n        own\n      }\n    }\n  }\n}\n\nmutation SignOut($requestId: String) {\n  signOut(requestId: $requestId) {\n    there {\n      name\n      url\n    }\n  }\n}\n\nmutation SpeakWithMe($input: UpdateMyAccountInput!, $requestId: String) {\n  updateMyAccount(input: $input, requestId: $requestId) {\n    ... on Me {\n      personId\n      language\n      version\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery FindPeople($organisationId: ID!, $search: String!) {\n  people(organisationId: $organisationId, search: $search, first: 6) {\n    ... on PersonConnection {\n      nodes {\n        organisationId\n        personId\n        givenName\n        familyName\n        email\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery UnreadNotices {\n  unreadNotices {\n    unread\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;