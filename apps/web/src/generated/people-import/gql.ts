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
    "fragment ImportFields on PeopleImport {\n  id\n  organisationId\n  state\n  fileName\n  header\n  roles\n  invite\n  dryRun\n  rowsTotal\n  rowsRead\n  added\n  known\n  skipped\n  refusal\n  createdAt\n  finishedAt\n  columns {\n    field\n    column\n  }\n}\n\nquery PeopleImport($importId: ID!) {\n  peopleImport(importId: $importId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImports($organisationId: ID!) {\n  peopleImports(organisationId: $organisationId) {\n    ... on PeopleImportList {\n      imports {\n        id\n        state\n        fileName\n        dryRun\n        rowsRead\n        added\n        skipped\n        createdAt\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImportFaults($importId: ID!, $first: Int!) {\n  peopleImportFaults(importId: $importId, first: $first) {\n    ... on ImportFaultConnection {\n      nodes {\n        line\n        field\n        cell\n        reason\n        message\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation StartPeopleImport($input: StartPeopleImportInput!, $requestId: String) {\n  startPeopleImport(input: $input, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on InvalidInput {\n      faults {\n        field\n        reason\n        message\n      }\n    }\n  }\n}\n\nmutation CancelPeopleImport($importId: ID!, $requestId: String) {\n  cancelPeopleImport(importId: $importId, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": typeof types.ImportFieldsFragmentDoc,
};
const documents: Documents = {
    "fragment ImportFields on PeopleImport {\n  id\n  organisationId\n  state\n  fileName\n  header\n  roles\n  invite\n  dryRun\n  rowsTotal\n  rowsRead\n  added\n  known\n  skipped\n  refusal\n  createdAt\n  finishedAt\n  columns {\n    field\n    column\n  }\n}\n\nquery PeopleImport($importId: ID!) {\n  peopleImport(importId: $importId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImports($organisationId: ID!) {\n  peopleImports(organisationId: $organisationId) {\n    ... on PeopleImportList {\n      imports {\n        id\n        state\n        fileName\n        dryRun\n        rowsRead\n        added\n        skipped\n        createdAt\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImportFaults($importId: ID!, $first: Int!) {\n  peopleImportFaults(importId: $importId, first: $first) {\n    ... on ImportFaultConnection {\n      nodes {\n        line\n        field\n        cell\n        reason\n        message\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation StartPeopleImport($input: StartPeopleImportInput!, $requestId: String) {\n  startPeopleImport(input: $input, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on InvalidInput {\n      faults {\n        field\n        reason\n        message\n      }\n    }\n  }\n}\n\nmutation CancelPeopleImport($importId: ID!, $requestId: String) {\n  cancelPeopleImport(importId: $importId, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": types.ImportFieldsFragmentDoc,
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
export function graphql(source: "fragment ImportFields on PeopleImport {\n  id\n  organisationId\n  state\n  fileName\n  header\n  roles\n  invite\n  dryRun\n  rowsTotal\n  rowsRead\n  added\n  known\n  skipped\n  refusal\n  createdAt\n  finishedAt\n  columns {\n    field\n    column\n  }\n}\n\nquery PeopleImport($importId: ID!) {\n  peopleImport(importId: $importId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImports($organisationId: ID!) {\n  peopleImports(organisationId: $organisationId) {\n    ... on PeopleImportList {\n      imports {\n        id\n        state\n        fileName\n        dryRun\n        rowsRead\n        added\n        skipped\n        createdAt\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImportFaults($importId: ID!, $first: Int!) {\n  peopleImportFaults(importId: $importId, first: $first) {\n    ... on ImportFaultConnection {\n      nodes {\n        line\n        field\n        cell\n        reason\n        message\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation StartPeopleImport($input: StartPeopleImportInput!, $requestId: String) {\n  startPeopleImport(input: $input, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on InvalidInput {\n      faults {\n        field\n        reason\n        message\n      }\n    }\n  }\n}\n\nmutation CancelPeopleImport($importId: ID!, $requestId: String) {\n  cancelPeopleImport(importId: $importId, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["fragment ImportFields on PeopleImport {\n  id\n  organisationId\n  state\n  fileName\n  header\n  roles\n  invite\n  dryRun\n  rowsTotal\n  rowsRead\n  added\n  known\n  skipped\n  refusal\n  createdAt\n  finishedAt\n  columns {\n    field\n    column\n  }\n}\n\nquery PeopleImport($importId: ID!) {\n  peopleImport(importId: $importId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImports($organisationId: ID!) {\n  peopleImports(organisationId: $organisationId) {\n    ... on PeopleImportList {\n      imports {\n        id\n        state\n        fileName\n        dryRun\n        rowsRead\n        added\n        skipped\n        createdAt\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery PeopleImportFaults($importId: ID!, $first: Int!) {\n  peopleImportFaults(importId: $importId, first: $first) {\n    ... on ImportFaultConnection {\n      nodes {\n        line\n        field\n        cell\n        reason\n        message\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation StartPeopleImport($input: StartPeopleImportInput!, $requestId: String) {\n  startPeopleImport(input: $input, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n    ... on InvalidInput {\n      faults {\n        field\n        reason\n        message\n      }\n    }\n  }\n}\n\nmutation CancelPeopleImport($importId: ID!, $requestId: String) {\n  cancelPeopleImport(importId: $importId, requestId: $requestId) {\n    ... on PeopleImport {\n      ...ImportFields\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;