import { Injectable } from '@nestjs/common';
import { Actor } from '@app/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Loaders } from '../graphql/loaders.js';
import { ActorSource, type RequestFacts } from './actor-source.js';
import { type Call } from './call.js';
import { requestLanguage } from './request-language.js';
import { sessionTokenOf } from './session-cookie.js';

/** Finds out who asks, once a request. */
@Injectable()
export class Calls {
  private readonly open = new WeakMap<FastifyRequest, Promise<Call>>();

  constructor(private readonly actors: ActorSource) {}

  of(req: FastifyRequest, reply: FastifyReply): Promise<Call> {
    let call = this.open.get(req);
    if (!call) {
      call = this.begin(req, reply);
      this.open.set(req, call);
    }
    return call;
  }

  private async begin(req: FastifyRequest, reply: FastifyReply): Promise<Call> {
    const facts = requestFacts(req);
    const actor = (await this.findActor(req, facts)) ?? Actor.anonymous({ language: facts.language, requestId: facts.requestId });
    return { req, reply, requestId: facts.requestId, actor, language: actor.kind === 'anonymous' ? facts.language : actor.language, loaders: new Loaders(actor) };
  }

  /** A key that is sent counts, even when a cookie comes along: whoever names a key does not want to be somebody else. */
  private async findActor(req: FastifyRequest, facts: RequestFacts): Promise<Actor | undefined> {
    const key = bearerToken(req);
    if (key) return this.actors.byApiKey(key, facts);
    const session = sessionTokenOf(req);
    return session ? this.actors.bySession(session, facts) : undefined;
  }
}

export function bearerToken(req: FastifyRequest): string | undefined {
  return /^Bearer ([\w.~+/-]{1,500}=*)$/i.exec(req.headers.authorization ?? '')?.[1];
}

export function requestFacts(req: FastifyRequest): RequestFacts {
  return { requestId: req.id, ip: req.ip, userAgent: req.headers['user-agent']?.slice(0, 300), language: requestLanguage(req.headers['accept-language']) };
}
