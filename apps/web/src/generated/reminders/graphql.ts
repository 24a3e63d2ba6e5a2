/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A sentence of the centre under its reminders. */
export type ReminderNoteInput = {
  /** Language: fr, nl, de or en. */
  readonly language: string;
  /** The sentence. */
  readonly text: string;
};

/** As what somebody takes part. */
export type ReminderPart =
  | 'EXPERT'
  | 'INVIGILATOR'
  | 'LEARNER'
  | 'STAFF'
  | 'TRAINER';

/** When whom is reminded of what. */
export type ReminderRuleInput = {
  /** How many hours or days before. */
  readonly amount?: number | null | undefined;
  /** Weekly: at what time. Days before: at what time of that day; left out, at the time of the start. */
  readonly at?: string | null | undefined;
  /** Only before the first day of a cohort or series. */
  readonly firstOnly?: boolean;
  /** Kinds of what takes place ("workshop"); empty: all. */
  readonly kinds: ReadonlyArray<string>;
  /** Sentences of the centre, one a language at most. */
  readonly notes?: ReadonlyArray<ReminderNoteInput>;
  /** Whom. */
  readonly parts: ReadonlyArray<ReminderPart>;
  /** Before something starts, or weekly. */
  readonly trigger: ReminderTrigger;
  /** Hours or days. */
  readonly unit?: ReminderUnit | null | undefined;
  /** Weekly: on which day, Monday being 1. */
  readonly weekday?: number | null | undefined;
};

/** Before something starts, or once a week with all of the coming week. */
export type ReminderTrigger =
  | 'BEFORE'
  | 'WEEKLY';

/** Hours are elapsed time; days keep the time of day, also when the clocks change in between. */
export type ReminderUnit =
  | 'DAYS'
  | 'HOURS';

/** Which reminder to try out. */
export type SendTestReminderInput = {
  /** In the name of which organisation. */
  readonly organisationId: string | number;
  /** The one before something, or the weekly one. */
  readonly trigger: ReminderTrigger;
};

/** All rules of a place. */
export type SetReminderRulesInput = {
  /** The version that was read. */
  readonly expectedVersion: number;
  /** Of which organisation. */
  readonly organisationId: string | number;
  /** All of them; left out gives up the own rules, so that those above hold again. */
  readonly rules?: ReadonlyArray<ReminderRuleInput> | null | undefined;
  /** Of which cohort; left out: of the whole organisation. */
  readonly scopeId?: string | number | null | undefined;
};

export type ReminderRulesQueryVariables = Exact<{
  organisationId: string | number;
}>;


export type ReminderRulesQuery = { readonly __typename: 'Query', readonly reminderRules:
    | { readonly __typename: 'NotAllowed', readonly code: string, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: string, readonly message: string }
    | { readonly __typename: 'ReminderRules', readonly organisationId: string, readonly version: number, readonly isOwn: boolean, readonly rules: ReadonlyArray<{ readonly __typename: 'ReminderRule', readonly trigger: ReminderTrigger, readonly kinds: ReadonlyArray<string>, readonly parts: ReadonlyArray<ReminderPart>, readonly firstOnly: boolean, readonly amount: number | null, readonly unit: ReminderUnit | null, readonly weekday: number | null, readonly at: string | null, readonly notes: ReadonlyArray<{ readonly __typename: 'ReminderNote', readonly language: string, readonly text: string }> }> }
   };

export type ReminderPreviewsQueryVariables = Exact<{
  organisationId: string | number;
}>;


export type ReminderPreviewsQuery = { readonly __typename: 'Query', readonly messageTemplates:
    | { readonly __typename: 'MessageTemplateList', readonly templates: ReadonlyArray<{ readonly __typename: 'MessageTemplate', readonly type: string, readonly previews: ReadonlyArray<{ readonly __typename: 'MessagePreview', readonly language: string, readonly subject: string, readonly text: string }> }> }
    | { readonly __typename: 'NotAllowed', readonly code: string, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: string, readonly message: string }
   };

export type SetReminderRulesMutationVariables = Exact<{
  input: SetReminderRulesInput;
  requestId?: string | null | undefined;
}>;


export type SetReminderRulesMutation = { readonly __typename: 'Mutation', readonly setReminderRules:
    | { readonly __typename: 'InvalidInput', readonly code: string, readonly message: string, readonly faults: ReadonlyArray<{ readonly __typename: 'InputFault', readonly field: string, readonly reason: string, readonly message: string }> }
    | { readonly __typename: 'NotAllowed', readonly code: string, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: string, readonly message: string }
    | { readonly __typename: 'ReminderRules', readonly organisationId: string, readonly version: number, readonly isOwn: boolean }
    | { readonly __typename: 'StaleVersion', readonly code: string, readonly message: string }
   };

export type SendTestReminderMutationVariables = Exact<{
  input: SendTestReminderInput;
  requestId?: string | null | undefined;
}>;


export type SendTestReminderMutation = { readonly __typename: 'Mutation', readonly sendTestReminder:
    | { readonly __typename: 'NotAllowed', readonly code: string, readonly message: string }
    | { readonly __typename: 'NotFound', readonly code: string, readonly message: string }
    | { readonly __typename: 'TestReminderSent', readonly sent: boolean }
   };


export const ReminderRulesDocument = {"__meta__":{"hash":"sha256:e173a3b0616fa3ca739c43fbdbb6320bea00f6f904edfb7adf406e5584f806bd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReminderRules"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"reminderRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organisationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReminderRules"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"organisationId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"isOwn"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"trigger"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"parts"}},{"kind":"Field","name":{"kind":"Name","value":"firstOnly"}},{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"weekday"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"notes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Problem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReminderRulesQuery, ReminderRulesQueryVariables>;
export const ReminderPreviewsDocument = {"__meta__":{"hash":"sha256:e94c8d519834c7592993dbfb27d91e4a2b562e1708b66ef5b57e10d7fd0f78f0"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ReminderPreviews"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"messageTemplates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"organisationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"organisationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MessageTemplateList"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"templates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"previews"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Problem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<ReminderPreviewsQuery, ReminderPreviewsQueryVariables>;
export const SetReminderRulesDocument = {"__meta__":{"hash":"sha256:71e7c7e5fcd987eaf5fa2d6d7d905ec0dcef294db16caf70ebcd9cf48f13590a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetReminderRules"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetReminderRulesInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"setReminderRules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"requestId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ReminderRules"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"organisationId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"isOwn"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInput"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"faults"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Problem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SetReminderRulesMutation, SetReminderRulesMutationVariables>;
export const SendTestReminderDocument = {"__meta__":{"hash":"sha256:2df46fd1982fdd69819003ee0267714dd7436fc7294cf5b4b7d33021369ed5f6"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SendTestReminder"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SendTestReminderInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sendTestReminder"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}},{"kind":"Argument","name":{"kind":"Name","value":"requestId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"requestId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"TestReminderSent"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"sent"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Problem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<SendTestReminderMutation, SendTestReminderMutationVariables>;