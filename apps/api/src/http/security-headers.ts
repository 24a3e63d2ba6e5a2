import { type Settings } from '@app/platform';
import { type FastifyInstance } from 'fastify';

/** Nothing but our own files; inline styles only because positioned overlays and charts set them through the DOM API's style attribute. */
export function contentSecurityPolicy(settings: Settings): string {
  const content = settings.CONTENT_URL ? ` ${new URL(settings.CONTENT_URL).origin}` : '';
  return [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "style-src-attr 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
    "manifest-src 'self'", "worker-src 'self'", `frame-src 'self'${content}`, "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'",
  ].join('; ');
}

/** Sent with every answer; a route that must differ (embedding, downloads) sets its own before. */
export function sendSecurityHeaders(fastify: FastifyInstance, settings: Settings): void {
  const headers: Record<string, string> = {
    'content-security-policy': contentSecurityPolicy(settings),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(settings.publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
  fastify.addHook('onSend', async (req, reply) => {
    void reply.header('x-request-id', req.id);
    for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) void reply.header(name, value);
    // Answers to people are never kept by anybody in between; files of the web app say otherwise themselves.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
  });
}
