import { type Settings } from '@app/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';

/** HttpOnly, SameSite=Lax; Secure wherever people reach the installation by https. */
export const SESSION_COOKIE = 'tremplin_session';

const PAIR = /(?:^|;\s*)tremplin_session=([\w-]{1,500})(?=;|$)/;

export function sessionTokenOf(req: FastifyRequest): string | undefined {
  return PAIR.exec(req.headers.cookie ?? '')?.[1];
}

/** Hands the browser its session: the only place where this cookie is made. */
export function giveSession(reply: FastifyReply, settings: Settings, session: { readonly token: string; readonly expiresAt: Date }): void {
  void reply.header('set-cookie', cookie(settings, session.token, `Expires=${session.expiresAt.toUTCString()}`));
}

export function takeSession(reply: FastifyReply, settings: Settings): void {
  void reply.header('set-cookie', cookie(settings, '', 'Max-Age=0'));
}

function cookie(settings: Settings, value: string, lifetime: string): string {
  const secure = settings.publicUrl.startsWith('https:') ? ['Secure'] : [];
  return [`${SESSION_COOKIE}=${value}`, 'Path=/', lifetime, 'HttpOnly', 'SameSite=Lax', ...secure].join('; ');
}
