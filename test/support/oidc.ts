import { fork } from 'node:child_process';
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface RunningProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

/** A real provider that knows one client with this redirect URI. */
export async function startOidcProvider(redirectUri: string): Promise<RunningProvider> {
  const child = fork(join(process.cwd(), 'test/support/oidc-provider.process.mjs'), [redirectUri], { stdio: ['ignore', 'pipe', 'ignore', 'ipc'], execArgv: [] });
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const close = async (): Promise<void> => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { ...(JSON.parse(line.toString()) as Pick<RunningProvider, 'issuer' | 'clientId' | 'clientSecret'>), close };
}

type Claims = Record<string, unknown>;

/** A provider that lies as a test tells it: it hands out tokens whose claims or signature are wrong. */
export interface CrookedProvider extends RunningProvider {
  /** Changes the claims of the next tokens. */
  lie(change: (claims: Claims) => Claims): void;
  /** Signs the next tokens with a key that the provider does not publish, or not at all. */
  sign(how: 'well' | 'with another key' | 'not at all'): void;
}

export async function startCrookedProvider(): Promise<CrookedProvider> {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const nonces = new Map<string, string>();
  let change = (claims: Claims): Claims => claims;
  let signing: 'well' | 'with another key' | 'not at all' = 'well';
  const server = createServer((req, res) => void answer(req, res));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientId = 'tremplin';

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = new URL(req.url ?? '/', issuer);
    const json = (body: unknown): void => void res.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') {
      return json({ issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] });
    }
    if (url.pathname === '/jwks') return json({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/auth') {
      const code = `code-${nonces.size}`;
      nonces.set(code, url.searchParams.get('nonce') ?? '');
      const back = new URL(url.searchParams.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString();
      return void res.writeHead(302, { location: back.href }).end();
    }
    return json(await answerToken(req));
  }

  async function answerToken(req: IncomingMessage): Promise<Claims> {
    const chunks: Buffer[] = [];
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
    const code = new URLSearchParams(Buffer.concat(chunks).toString()).get('code') ?? '';
    const now = Math.floor(Date.now() / 1_000);
    const claims = change({ iss: issuer, aud: clientId, sub: 'crook', iat: now, exp: now + 300, nonce: nonces.get(code), email: 'victim@example.org', email_verified: true });
    return { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: token(claims, signing, signing === 'well' ? own.privateKey : other.privateKey) };
  }

  return {
    issuer,
    clientId,
    clientSecret: 'whatever',
    lie: (next) => void (change = next),
    sign: (how) => void (signing = how),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function token(claims: Claims, how: 'well' | 'with another key' | 'not at all', key: KeyObject): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: how === 'not at all' ? 'none' : 'RS256', kid: 'k' })}.${part(claims)}`;
  return `${unsigned}.${how === 'not at all' ? '' : createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
}

/** A browser as far as redirects, cookies and the provider's forms go. Addresses of `publicUrl` are answered by the API under test. */
export class Browser {
  private readonly cookies: { readonly origin: string; readonly path: string; readonly name: string; readonly value: string }[] = [];
  /** Every address visited, in order. */
  readonly visited: string[] = [];

  constructor(
    private readonly publicUrl: string,
    private readonly apiUrl: string,
  ) {}

  cookie(name: string): string | undefined {
    return this.cookies.find((cookie) => cookie.name === name && cookie.value)?.value;
  }

  /** One request, no redirect followed. */
  async request(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.publicUrl);
    this.visited.push(url.href);
    const reached = url.origin === this.publicUrl ? `${this.apiUrl}${url.pathname}${url.search}` : url.href;
    const sent = this.cookies.filter((cookie) => cookie.origin === url.origin && url.pathname.startsWith(cookie.path)).map(({ name, value }) => `${name}=${value}`);
    const response = await fetch(reached, { ...init, redirect: 'manual', headers: { cookie: sent.join('; '), ...(init.headers as Record<string, string> | undefined) } });
    for (const line of response.headers.getSetCookie()) this.keep(url, line);
    return response;
  }

  /** Follows redirects and signs in at the provider as `login`, until a page of ours is reached; answers its path. */
  async follow(address: string, login = ''): Promise<string> {
    let next = new URL(address, this.publicUrl).href;
    for (let step = 0; step < 15; step++) {
      const response = await this.request(next);
      const location = response.headers.get('location');
      if (location) next = new URL(location, next).href;
      else next = await this.submit(await response.text(), next, login);
      if (this.isPage(next)) return next.slice(this.publicUrl.length);
    }
    throw new Error(`No page of ours was reached: ${this.visited.join(' → ')}`);
  }

  async graphql<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    const response = await this.request('/graphql', { method: 'POST', headers: { 'content-type': 'application/json', 'x-tremplin-client': 'test' }, body: JSON.stringify({ query, variables }) });
    return ((await response.json()) as { data: Data }).data;
  }

  private isPage(address: string): boolean {
    return address.startsWith(`${this.publicUrl}/`) && !address.startsWith(`${this.publicUrl}/auth/`);
  }

  private async submit(html: string, page: string, login: string): Promise<string> {
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1];
    if (!action) throw new Error(`No form at ${page}: ${html.slice(0, 500)}`);
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
    const body = new URLSearchParams({ prompt, login, password: 'any' });
    const response = await this.request(new URL(action, page).href, { method: 'POST', body });
    return new URL(response.headers.get('location') ?? '', page).href;
  }

  private keep(url: URL, line: string): void {
    const [pair = '', ...attributes] = line.split('; ');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? '/';
    const at = this.cookies.findIndex((cookie) => cookie.origin === url.origin && cookie.name === name && cookie.path === path);
    if (at >= 0) this.cookies.splice(at, 1);
    this.cookies.push({ origin: url.origin, path, name, value });
  }
}
