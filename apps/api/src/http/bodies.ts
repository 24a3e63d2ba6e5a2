import { type FastifyError, type FastifyInstance } from 'fastify';

const DEEPEST_JSON = 32;
const NESTING: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

/** JSON up to 1 MB and 32 levels, forms where a route asks for them, nothing else: text/plain and multipart get 415. */
export function acceptBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  const parseJson = fastify.getDefaultJsonParser('error', 'error');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (req, body, done) => {
    if (isTooDeep(String(body))) done(refusal(400, 'The JSON is nested too deep.'), undefined);
    else void parseJson(req, String(body), done);
  });
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 10_000 }, (req, body, done) => {
    if (req.routeOptions.config.foreignForms) done(null, Object.fromEntries(new URLSearchParams(String(body))));
    else done(refusal(415, 'Send application/json.'), undefined);
  });
}

/** Counts brackets outside strings, so that nothing recursive ever sees what is nested ten thousand levels deep. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let index = 0; index < json.length; index++) {
    const character = json[index] ?? '';
    if (character === '"') index = endOfString(json, index);
    else depth += NESTING[character] ?? 0;
    if (depth > DEEPEST_JSON) return true;
  }
  return false;
}

/** Index of the closing quote, or the end where there is none. One pass: a pattern with backtracking would be quadratic here. */
function endOfString(json: string, start: number): number {
  for (let index = start + 1; index < json.length; index++) {
    if (json[index] === '\\') index += 1;
    else if (json[index] === '"') return index;
  }
  return json.length;
}

function refusal(statusCode: number, message: string): FastifyError {
  return Object.assign(new Error(message), { name: 'FastifyError', code: statusCode === 415 ? 'UNSUPPORTED_MEDIA_TYPE' : 'BAD_REQUEST', statusCode });
}
