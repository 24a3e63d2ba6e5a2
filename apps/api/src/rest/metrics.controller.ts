import { timingSafeEqual } from 'node:crypto';
import { hashToken, Settings } from '@app/platform';
import { Controller, ForbiddenException, Get, Header, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { bearerToken } from '../http/calls.js';
import { Metrics } from './metrics.js';

/** Loopback and private networks (RFC 1918, RFC 4193), where a Prometheus of the installation stands. */
const NEAR = /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd][0-9a-f]{2}:/i;

@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly settings: Settings,
  ) {}

  /** With METRICS_TOKEN for whoever sends it as bearer token; without one only for the own network, and not through a proxy. */
  @Get()
  @Allow('anonymous')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async read(@Req() req: FastifyRequest): Promise<string> {
    if (!this.mayRead(req)) throw new ForbiddenException('Figures are told to the own network only, or with METRICS_TOKEN.');
    return this.metrics.text();
  }

  private mayRead(req: FastifyRequest): boolean {
    const { METRICS_TOKEN: token } = this.settings;
    if (token) return timingSafeEqual(hashToken(bearerToken(req) ?? ''), hashToken(token));
    return req.headers['x-forwarded-for'] === undefined && NEAR.test(req.socket.remoteAddress ?? '');
  }
}
