import { Settings } from '@app/platform';
import { BadRequestException, Controller, ForbiddenException, Get, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { type Credential } from '../http/actor-source.js';
import { bearerToken, Calls } from '../http/calls.js';
import { sessionTokenOf } from '../http/session-cookie.js';
import { MOST_SUBJECTS, wishedSubjects } from './live-change.js';
import { LiveStream } from './live-stream.js';
import { LiveStreams } from './live-streams.js';

/** Server-sent events: that something changed, ids only. The page reads again what it shows. */
@Controller('events')
export class EventsController {
  constructor(
    private readonly calls: Calls,
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
    const credential = credentialOf(req);
    if (!credential) throw new ForbiddenException('Event streams are for those who are signed in.');
    reply.hijack();
    this.streams.add(new LiveStream(reply.raw, actor, wishes), credential);
  }

  /** Browsers say where a request comes from; programs say nothing. */
  private isOwnPage(req: FastifyRequest): boolean {
    const { origin, host } = req.headers;
    if (req.headers['sec-fetch-site'] === 'cross-site') return false;
    return origin === undefined || origin === new URL(this.settings.publicUrl).origin || hostOf(origin) === host;
  }
}

/** A key that is sent counts before a cookie, as with every request. */
function credentialOf(req: FastifyRequest): Credential | undefined {
  const key = bearerToken(req);
  const token = key ?? sessionTokenOf(req);
  return token ? { kind: key ? 'key' : 'session', token, requestId: req.id } : undefined;
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
