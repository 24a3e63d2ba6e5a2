import { type Settings } from '@app/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';

/** A cookie that lives for one errand: only the server reads it, and only under its path. */
export interface ErrandCookie {
  readonly name: string;
  readonly path: string;
  readonly minutes: number;
}

export function readCookie(req: FastifyRequest, { name }: ErrandCookie): string | undefined {
  return new RegExp(`(?:^|;\\s*)${name}=([\\w-]{1,4000})(?=;|$)`).exec(req.headers.cookie ?? '')?.[1];
}

export function setCookie(reply: FastifyReply, settings: Settings, { name, path, minutes }: ErrandCookie, value: string): void {
  const secure = settings.publicUrl.startsWith('https:') ? ['Secure'] : [];
  void reply.header('set-cookie', [`${name}=${value}`, `Path=${path}`, `Max-Age=${value ? minutes * 60 : 0}`, 'HttpOnly', 'SameSite=Lax', ...secure].join('; '));
}
