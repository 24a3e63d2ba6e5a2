import { Controller, Get, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { Readiness } from '../server/readiness.js';
import { installation } from '../server/installation.js';

/** For those who watch the process: alive says that it runs, ready says that it should be given requests. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @Allow('anonymous')
  live(): object {
    return { status: 'alive', version: installation.version };
  }

  @Get('ready')
  @Allow('anonymous')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const missing = await this.readiness.faults();
    if (missing.length === 0) return { status: 'ready', version: installation.version };
    void reply.code(503).header('retry-after', '2');
    return { status: 'not ready', missing };
  }
}
