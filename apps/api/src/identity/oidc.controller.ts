import { FinishProviderSignIn, StartProviderSignIn } from '@app/identity';
import { isProblem } from '@app/platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/index.js';
import { Calls } from '../http/calls.js';
import { OidcDoor } from './oidc-door.js';
import { FLOW_COOKIE } from './provider-cookies.js';
import { readCookie } from './small-cookies.js';

/** Sign-in by an organisation's own provider: the two addresses that a browser visits. Every way out but the provider is a path of ours. */
@Controller('auth/oidc')
export class OidcController {
  constructor(
    private readonly startSignIn: StartProviderSignIn,
    private readonly finishSignIn: FinishProviderSignIn,
    private readonly calls: Calls,
    private readonly door: OidcDoor,
  ) {}

  @Get('start')
  @Allow('anonymous')
  async start(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() query: { provider?: unknown; returnTo?: unknown }): Promise<void> {
    const call = await this.calls.of(req, reply);
    const started = await this.startSignIn.execute(call.actor, { providerId: text(query.provider), returnTo: text(query.returnTo), purpose: 'sign-in' });
    await reply.redirect(isProblem(started) ? this.door.refused(call, started) : this.door.toProvider(reply, started), 302);
  }

  @Get('callback')
  @Allow('anonymous')
  async callback(@Req() req: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const call = await this.calls.of(req, reply);
    const query = req.url.split('?')[1] ?? '';
    const arrival = await this.finishSignIn.execute(call.actor, { query, flow: readCookie(req, FLOW_COOKIE), ...this.door.browser(call) });
    await reply.redirect(isProblem(arrival) ? this.door.refused(call, arrival) : this.door.home(call, arrival), 302);
  }
}

/** A parameter given twice arrives as a list. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
