import { type Actor, Settings } from '@app/platform';
import { BadRequestException, Controller, ForbiddenException, Get, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { ActorSource } from '../http/actor-source.js';
import { bearerToken, Calls, requestFacts } from '../http/calls.js';
import { sessionTokenOf } from '../http/session-cookie.js';
import { MOST_SUBJECTS, wishedSubjects } from './live-change.js';
import { LiveStream } from './live-stream.js';
import { LiveStreams, type Recheck } from './live-streams.js';

/** Server-sent events: that something changed, ids only. The page reads again what it shows. */
@Controller('events')
export class EventsController {
  constructor(
    private readonly calls: Calls,
    private readonly actors: ActorSource,
    private readonly streams: LiveStreams,
    private readonly settings: Settings,
  ) {}

  /** `?subject=room,site:<id>` names kinds and things, at most 50; without it everything that the person may hear of. */
  @Get()
  @Allow('signed-in', 'scope:changes.read')
  async listen(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query('subject') subject?: string | string[]): Promise<void> {
    if (!this.isOwnPage(req)) throw new ForbiddenException('Event streams are for our own pages.');
    const wishes = wishedSubjects(subject);
    if (!wishes) throw new BadRequestException(`Name at most ${MOST_SUBJECTS} subjects, as "room" or "room:<id>".`);
    const { actor } = await this.calls.of(req, reply);
    reply.hijack();
    this.streams.add(new LiveStream(reply.raw, actor, wishes), this.recheckOf(req));
  }

  private recheckOf(req: FastifyRequest): Recheck {
    const facts = { ...requestFacts(req), quietly: true };
    const key = bearerToken(req);
    const session = sessionTokenOf(req);
    if (key) return () => this.actors.byApiKey(key, facts);
    return async (): Promise<Actor | undefined> => (session ? this.actors.bySession(session, facts) : undefined);
  }

  /** Browsers say where a request comes from; programs say nothing. */
  private isOwnPage(req: FastifyRequest): boolean {
    const { origin, host } = req.headers;
    if (req.headers['sec-fetch-site'] === 'cross-site') return false;
    return origin === undefined || origin === new URL(this.settings.publicUrl).origin || hostOf(origin) === host;
  }
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
