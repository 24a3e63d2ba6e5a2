import { type AgendaItem, ReadAgenda } from '@app/agendas';
import { kindIn, ReadFeed } from '@app/calendars';
import { Clock, type Language, networkOf, wallTimeAt } from '@app/platform';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/index.js';
import { Calls } from '../http/calls.js';
import { requestLanguage } from '../http/request-language.js';
import { liteFrame, type LiteItem, litePage, liteTexts } from './lite-page.js';

const WEEKS_MS = 35 * 86_400_000;
const FALLBACK_ZONE = 'Europe/Brussels';

/** The agenda without script: by the session's cookie, or by the token of a calendar address. */
@Controller('agenda/lite')
export class LiteController {
  constructor(
    private readonly calls: Calls,
    private readonly agenda: ReadAgenda,
    private readonly feed: ReadFeed,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('anonymous')
  async own(@Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    if (actor.kind !== 'person') return void reply.redirect('/sign-in?next=%2Fagenda%2Flite', 303);
    const today = wallTimeAt(this.clock.now(), FALLBACK_ZONE).date;
    const { rows, now } = await this.agenda.execute(actor, { from: today, first: 60 });
    const zone = rows[0]?.zone ?? FALLBACK_ZONE;
    return void reply.type('text/html; charset=utf-8').send(litePage(rows.map((row) => itemOf(row, language)), { language, now: new Date(now), zone }));
  }

  @Get(':token')
  @Allow('anonymous')
  async byToken(@Param('token') token: string, @Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const answer = await this.feed.execute(token, networkOf(req.ip, { v4: 32, v6: 64 }));
    void reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex').type('text/html; charset=utf-8');
    if (answer.kind !== 'found') {
      const language = requestLanguage(req.headers['accept-language']);
      const code = answer.kind === 'unknown' ? 404 : 429;
      return void reply.code(code).send(liteFrame(language, `<p>${liteTexts.render('signIn', language)}</p>`));
    }
    const now = this.clock.now().getTime();
    const events = answer.feed.events.filter((event) => event.to * 1_000 > now && event.from * 1_000 < now + WEEKS_MS);
    const items = events.map(
      (event): LiteItem => ({
        ...{ startsAt: new Date(event.from * 1_000), endsAt: new Date(event.to * 1_000), zone: event.zone, title: event.title, kind: kindIn(answer.feed.language, event.kind), link: event.link },
        ...{ where: event.rooms ?? event.place ?? event.site, isCancelled: event.state === 'cancelled' },
      }),
    );
    return void reply.send(litePage(items, { language: answer.feed.language, now: new Date(now), zone: items[0]?.zone ?? FALLBACK_ZONE }));
  }
}

function itemOf({ startsAt, endsAt, zone, title, kind, rooms, place, siteName, link, state }: AgendaItem, language: Language): LiteItem {
  return { startsAt: new Date(startsAt), endsAt: new Date(endsAt), zone, title, kind: kindIn(language, kind), where: rooms ?? place ?? siteName, link, isCancelled: state === 'cancelled' };
}
