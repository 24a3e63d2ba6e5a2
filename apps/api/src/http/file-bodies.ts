import { type FastifyError, type FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route that takes one file as the body (application/octet-stream), as a stream. */
    takesFile?: boolean;
  }
}

/** A million people as comma-separated text, with room to spare. */
export const LARGEST_FILE = 200_000_000;

/**
 * Files come as the plain body of a request: one file, no parts, nothing to parse before it is on the disk. Multipart stays refused
 * everywhere, because a page of another site can send it without asking.
 */
export function acceptFiles(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/octet-stream', { bodyLimit: LARGEST_FILE }, (req, payload, done) => {
    if (req.routeOptions.config.takesFile) done(null, payload);
    else done(Object.assign(new Error('Send application/json.'), { name: 'FastifyError', code: 'UNSUPPORTED_MEDIA_TYPE', statusCode: 415 }) satisfies FastifyError, undefined);
  });
}
