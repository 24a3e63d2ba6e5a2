import { existsSync, statSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { REGISTERED_DOCUMENTS_FILE } from '../graphql/registered/registered-documents.js';
import { failureBody } from './failures.js';

/** Folders of doors for programs: what is unknown there is a 404, never the web app. */
const DOORS = /^\/(graphql|health|metrics|events|calendar|files|verify|embed)(\/|$)/;
const NOT_FOR_BROWSERS = new Set([REGISTERED_DOCUMENTS_FILE]);

/** The built web app at "/": files as they are, every other page address answers the app itself. */
export async function serveWebApp(fastify: FastifyInstance, folder: string): Promise<void> {
  if (existsSync(folder)) await fastify.register(fastifyStatic, { root: folder, serve: false, preCompressed: true, cacheControl: false });
  fastify.get('/*', { config: { neverShed: true } }, (req, reply) => {
    const path = fileIn(folder, req);
    if (path) return reply.header('cache-control', lifetimeOf(path)).sendFile(path);
    if (!isPage(req)) return notFound(req, reply);
    if (!existsSync(join(folder, 'index.html'))) return reply.code(503).send(failureBody(req, { code: 'UNAVAILABLE', message: 'The web app is not built: npm run build makes it.' }));
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

/** The path of a file in the folder, never outside of it. */
function fileIn(folder: string, req: FastifyRequest): string | undefined {
  const path = decodedPath(req.url);
  if (!path || path.includes('\0')) return undefined;
  const inside = normalize(path).replace(/^[/\\]+/, '');
  if (inside === '' || NOT_FOR_BROWSERS.has(inside) || inside.startsWith('..') || inside.split(sep).some((part) => part.startsWith('.') && part !== '.well-known')) return undefined;
  return statSync(join(folder, inside), { throwIfNoEntry: false })?.isFile() ? inside : undefined;
}

function decodedPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '');
  } catch {
    return undefined;
  }
}

/** Vite puts a hash of the content into the names of assets: they may be kept for ever. */
function lifetimeOf(path: string): string {
  return path.startsWith(`assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function isPage(req: FastifyRequest): boolean {
  const path = req.url.split('?')[0] ?? '';
  return !DOORS.test(path) && !/\.[a-z0-9]{1,8}$/i.test(path) && /text\/html|\*\/\*/.test(req.headers.accept ?? '*/*');
}

function notFound(req: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).send(failureBody(req, { code: 'NOT_FOUND', message: 'There is nothing here.' }));
}
