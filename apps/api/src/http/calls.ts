import { Injectable } from '@nestjs/common';
import { Actor, Settings } from '@app/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Loaders } from '../graphql/loaders.js';
import { ActorSource, type RequestFacts } from './actor-source.js';
import { type Call } from './call.js';
import { requestLanguage } from './request-language.js';
import { giveSession, sessionTokenOf } from './session-cookie.js';

/** Finds out who asks, once a request. */
@Injectable()
export class Calls {
  private readonly open = new WeakMap<FastifyRequest, Promise<Call>>();

  constructor(
    private readonly actors: ActorSource,
    private readonly settings: Settings,
  ) {}

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
    const actor = (await this.findActor(req, reply, facts)) ?? Actor.anonymous({ language: facts.language, requestId: facts.requestId });
    return { req, reply, requestId: facts.requestId, actor, language: actor.kind === 'anonymous' ? facts.language : actor.language, loaders: new Loaders(actor) };
  }

  /** A key that is sent counts, even when a cookie comes along: whoever names a key does not want to be somebody else. */
  private async findActor(req: FastifyRequest, reply: FastifyReply, facts: RequestFacts): Promise<Actor | undefined> {
    const key = bearerToken(req);
    if (key) return this.actors.byApiKey(key, facts);
    const session = sessionTokenOf(req);
    const actor = session ? await this.actors.bySession(session, facts) : undefined;
    return actor?.renewalDue ? this.renewed(actor, facts, reply) : actor;
  }

  private async renewed(actor: Actor, facts: RequestFacts, reply: FastifyReply): Promise<Actor> {
    const session = await this.actors.renew(actor, facts);
    if (!session) return actor;
    giveSession(reply, this.settings, session);
    // Quietly: that the browser has the new id is only known when it brings it.
    return (await this.actors.bySession(session.token, { ...facts, quietly: true })) ?? actor;
  }
}

export function bearerToken(req: FastifyRequest): string | undefined {
  return /^Bearer ([\w.~+/-]{1,500}=*)$/i.exec(req.headers.authorization ?? '')?.[1];
}

export function requestFacts(req: FastifyRequest): RequestFacts {
  return { requestId: req.id, ip: req.ip, userAgent: req.headers['user-agent']?.slice(0, 300), language: requestLanguage(req.headers['accept-language']) };
}
