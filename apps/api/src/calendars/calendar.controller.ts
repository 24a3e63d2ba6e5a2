import { ServeFeed } from '@app/calendars';
import { networkOf } from '@app/platform';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/index.js';

/** Where calendar programs read. Whatever is wrong with an address, the answer is the same. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly feed: ServeFeed) {}

  @Get(':token')
  @Allow('anonymous')
  async read(@Param('token') name: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const served = await this.feed.execute(name.replace(/\.ics$/, ''), networkOf(req.ip, { v4: 32, v6: 64 }));
    void reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex');
    if (served.kind === 'too-many-guesses') return void reply.code(429).header('retry-after', served.retryAfter).type('text/plain').send('Too many requests.\n');
    if (served.kind === 'unknown') return void reply.code(404).header('cache-control', 'no-store').type('text/plain').send('There is no such calendar.\n');
    // After a revocation nobody in between may serve the calendar for longer than a minute.
    void reply.header('cache-control', 'private, max-age=60, must-revalidate').header('etag', served.etag);
    if (req.headers['if-none-match']?.split(/\s*,\s*/).includes(served.etag)) return void reply.code(304).send();
    return void reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="tremplin.ics"').send(served.body);
  }
}
