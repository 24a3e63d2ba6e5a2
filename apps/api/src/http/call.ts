import { type Actor, type Language } from '@app/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Loaders } from '../graphql/loaders.js';

/** One request that is being answered; the context of every resolver. */
export interface Call {
  readonly req: FastifyRequest;
  readonly reply: FastifyReply;
  readonly requestId: string;
  readonly actor: Actor;
  /** Of the person signed in, else what the browser asks for. */
  readonly language: Language;
  readonly loaders: Loaders;
}
