import { createHash } from 'node:crypto';
import { type RememberedRequests } from '@app/platform';
import { GraphQLError, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema, GraphQLString } from 'graphql';
import { type Call } from '../../http/call.js';
import { answerCodec } from './answer-codec.js';
import { SECRET_ANSWER } from './secret-answer.js';

type Field = GraphQLField<unknown, Call, Record<string, unknown>>;
type Resolve = GraphQLFieldResolver<unknown, Call, Record<string, unknown>>;

const REQUEST_ID = /^[\w.:-]{8,100}$/;
const DESCRIPTION =
  'Chosen by the client, 8 to 100 letters, digits and signs. The same id with the same input does the work once and answers the same for 24 hours; with another input it is refused. Remembered for people signed in and for API keys.';

const refusals = {
  malformed: ['BAD_USER_INPUT', 'A requestId has 8 to 100 letters, digits or the signs . _ : -'],
  reused: ['REQUEST_ID_REUSED', 'This requestId was used for another operation or another input. Choose a new one.'],
  running: ['REQUEST_RUNNING', 'The same request is still running. Ask again in a few seconds.'],
  secret: ['ANSWER_NOT_KEPT', 'This was done already. Its answer holds a secret, which is not kept.'],
} as const;

function refuse(kind: keyof typeof refusals): GraphQLError {
  const [code, message] = refusals[kind];
  return new GraphQLError(message, { extensions: { code } });
}

/** Gives every mutation the argument `requestId`. Without `remembered` (when the schema is only printed) nothing is executed. */
export function makeMutationsRepeatable(schema: GraphQLSchema, remembered: () => RememberedRequests): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}) as Field[]) {
    field.args = [...field.args, { name: 'requestId', type: GraphQLString, description: DESCRIPTION, defaultValue: undefined, deprecationReason: undefined, extensions: {}, astNode: undefined }].sort((a, b) => (a.name < b.name ? -1 : 1));
    if (field.resolve) field.resolve = onceFor(field.name, field.resolve, { remembered, keepsSecret: field.extensions[SECRET_ANSWER] === true });
  }
  return schema;
}

interface Kept {
  readonly remembered: () => RememberedRequests;
  readonly keepsSecret: boolean;
}

function onceFor(name: string, resolve: Resolve, { remembered, keepsSecret }: Kept): Resolve {
  const codec = keepsSecret ? { toJson: () => null, fromJson: () => null } : answerCodec;
  return async (source, { requestId, ...args }, call, info) => {
    const work = async (): Promise<unknown> => resolve(source, args, call, info);
    if (requestId === undefined || requestId === null) return work();
    if (typeof requestId !== 'string' || !REQUEST_ID.test(requestId)) throw refuse('malformed');
    if (!call.actor.personId) return work();
    const outcome = await remembered().once(call.actor, { requestId, fingerprint: fingerprintOf(name, keepsSecret ? {} : args) }, work, codec);
    if (!('answer' in outcome)) throw refuse(outcome.kind);
    if (outcome.kind === 'repeated' && keepsSecret) throw refuse('secret');
    return outcome.answer;
  };
}

/**
 * Arguments arrive in the order of the schema, so that equal inputs have equal JSON. Those of a secret answer are left out: they hold
 * passwords, and a quick digest of a password is nearly the password.
 */
function fingerprintOf(name: string, args: Readonly<Record<string, unknown>>): Buffer {
  return createHash('sha256').update(JSON.stringify([name, args])).digest();
}
