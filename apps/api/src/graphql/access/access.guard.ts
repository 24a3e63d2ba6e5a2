import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Calls } from '../../http/calls.js';
import { ALLOW, type AccessRule } from './allow.js';
import { mayCall } from './may-call.js';

/** The same rules for REST routes; GraphQL fields are guarded in the schema itself (guard-schema.ts). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly calls: Calls,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const rules = this.reflector.get<readonly AccessRule[] | undefined>(ALLOW, context.getHandler()) ?? [];
    if (rules.includes('anonymous')) return true;
    const http = context.switchToHttp();
    const { actor } = await this.calls.of(http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
    if (mayCall(actor, rules)) return true;
    throw actor.kind === 'anonymous' ? new UnauthorizedException('Sign in first.') : new ForbiddenException('You are not allowed to do this.');
  }
}
