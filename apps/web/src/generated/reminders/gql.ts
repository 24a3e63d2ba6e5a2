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
    "query ReminderRules($organisationId: ID!) {\n  reminderRules(organisationId: $organisationId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n      rules {\n        trigger\n        kinds\n        parts\n        firstOnly\n        amount\n        unit\n        weekday\n        at\n        notes {\n          language\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery ReminderPreviews($organisationId: ID!) {\n  messageTemplates(organisationId: $organisationId) {\n    ... on MessageTemplateList {\n      templates {\n        type\n        previews {\n          language\n          subject\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SetReminderRules($input: SetReminderRulesInput!, $requestId: String) {\n  setReminderRules(input: $input, requestId: $requestId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SendTestReminder($input: SendTestReminderInput!, $requestId: String) {\n  sendTestReminder(input: $input, requestId: $requestId) {\n    ... on TestReminderSent {\n      sent\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": typeof types.ReminderRulesDocument,
};
const documents: Documents = {
    "query ReminderRules($organisationId: ID!) {\n  reminderRules(organisationId: $organisationId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n      rules {\n        trigger\n        kinds\n        parts\n        firstOnly\n        amount\n        unit\n        weekday\n        at\n        notes {\n          language\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery ReminderPreviews($organisationId: ID!) {\n  messageTemplates(organisationId: $organisationId) {\n    ... on MessageTemplateList {\n      templates {\n        type\n        previews {\n          language\n          subject\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SetReminderRules($input: SetReminderRulesInput!, $requestId: String) {\n  setReminderRules(input: $input, requestId: $requestId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SendTestReminder($input: SendTestReminderInput!, $requestId: String) {\n  sendTestReminder(input: $input, requestId: $requestId) {\n    ... on TestReminderSent {\n      sent\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}": types.ReminderRulesDocument,
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
export function graphql(source: "query ReminderRules($organisationId: ID!) {\n  reminderRules(organisationId: $organisationId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n      rules {\n        trigger\n        kinds\n        parts\n        firstOnly\n        amount\n        unit\n        weekday\n        at\n        notes {\n          language\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery ReminderPreviews($organisationId: ID!) {\n  messageTemplates(organisationId: $organisationId) {\n    ... on MessageTemplateList {\n      templates {\n        type\n        previews {\n          language\n          subject\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SetReminderRules($input: SetReminderRulesInput!, $requestId: String) {\n  setReminderRules(input: $input, requestId: $requestId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SendTestReminder($input: SendTestReminderInput!, $requestId: String) {\n  sendTestReminder(input: $input, requestId: $requestId) {\n    ... on TestReminderSent {\n      sent\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"): (typeof documents)["query ReminderRules($organisationId: ID!) {\n  reminderRules(organisationId: $organisationId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n      rules {\n        trigger\n        kinds\n        parts\n        firstOnly\n        amount\n        unit\n        weekday\n        at\n        notes {\n          language\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nquery ReminderPreviews($organisationId: ID!) {\n  messageTemplates(organisationId: $organisationId) {\n    ... on MessageTemplateList {\n      templates {\n        type\n        previews {\n          language\n          subject\n          text\n        }\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SetReminderRules($input: SetReminderRulesInput!, $requestId: String) {\n  setReminderRules(input: $input, requestId: $requestId) {\n    ... on ReminderRules {\n      organisationId\n      version\n      isOwn\n    }\n    ... on InvalidInput {\n      code\n      message\n      faults {\n        field\n        reason\n        message\n      }\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}\n\nmutation SendTestReminder($input: SendTestReminderInput!, $requestId: String) {\n  sendTestReminder(input: $input, requestId: $requestId) {\n    ... on TestReminderSent {\n      sent\n    }\n    ... on Problem {\n      code\n      message\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;