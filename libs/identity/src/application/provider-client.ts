import { setTimeout as pause } from 'node:timers/promises';
import { DestinationRefused, OutsideFetch, Settings } from '@app/platform';
import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { ProviderRefused } from '../domain/sign-in.problems.js';
import { type ProviderToAsk } from '../persistence/sign-in-provider.store.js';
import { type FlowSecrets } from './provider-flows.js';

/** What a provider says about who signed in there, after every check. */
export interface ProviderClaims {
  readonly subject: string;
  /** Only an address that the provider says is verified. */
  readonly verifiedEmail?: string;
  readonly label: string;
}

const DISCOVERY_MS = 10 * 60_000;
const MOST_KEPT = 200;
/** Nobody waits long to be signed out. */
const SIGN_OUT_MS = 2_000;

/** OpenID Connect towards the provider: discovery, PKCE, state, nonce, signature, issuer and audience. The library checks; we fetch. */
@Injectable()
export class ProviderClient {
  private readonly known = new Map<string, { until: number; configuration: Promise<oidc.Configuration> }>();

  constructor(
    private readonly outside: OutsideFetch,
    private readonly settings: Settings,
  ) {}

  get redirectUri(): string {
    return `${this.settings.publicUrl}/auth/oidc/callback`;
  }

  /** Where to send the browser, and what must be kept for the answer. */
  async start(provider: ProviderToAsk): Promise<{ url: string; secrets: FlowSecrets } | ProviderRefused> {
    const secrets = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
    try {
      const challenge = await oidc.calculatePKCECodeChallenge(secrets.verifier);
      const url = oidc.buildAuthorizationUrl(await this.configurationOf(provider), {
        redirect_uri: this.redirectUri,
        scope: 'openid email profile',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      });
      return { url: url.href, secrets };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** `query`: what the provider added to our address. */
  async finish(provider: ProviderToAsk, query: string, { state, nonce, verifier }: FlowSecrets): Promise<ProviderClaims | ProviderRefused> {
    try {
      const configuration = await this.configurationOf(provider);
      const answer = await oidc.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = answer.claims();
      if (!claims) return new ProviderRefused('answer', 'no identity token');
      const more = claims.email === undefined ? await userInfo(configuration, answer.access_token, claims.sub) : {};
      return claimsOf({ ...more, ...claims });
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** Where the browser ends its session at the provider; undefined where the provider offers no such page or does not answer soon. */
  async signOutUrl(provider: ProviderToAsk): Promise<string | undefined> {
    const configuration = await Promise.race([this.configurationOf(provider).catch(() => undefined), pause(SIGN_OUT_MS, undefined, { ref: false })]);
    const page = configuration?.serverMetadata().end_session_endpoint;
    if (!configuration || !page || !/^https?:\/\//.test(page) || !URL.canParse(page)) return undefined;
    return oidc.buildEndSessionUrl(configuration, { client_id: provider.clientId }).href;
  }

  /** Whether the issuer answers as a provider should. */
  async probe(provider: ProviderToAsk): Promise<ProviderRefused | undefined> {
    try {
      this.known.delete(keyOf(provider));
      await this.configurationOf(provider);
      return undefined;
    } catch (error) {
      return refusalOf(error);
    }
  }

  private configurationOf(provider: ProviderToAsk): Promise<oidc.Configuration> {
    const key = keyOf(provider);
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return known.configuration;
    const configuration = this.discover(provider);
    if (this.known.size >= MOST_KEPT) this.known.clear();
    this.known.set(key, { until: Date.now() + DISCOVERY_MS, configuration });
    configuration.catch(() => this.known.delete(key));
    return configuration;
  }

  private discover({ issuer, clientId, clientSecret }: ProviderToAsk): Promise<oidc.Configuration> {
    const authentication = clientSecret ? oidc.ClientSecretPost(clientSecret) : oidc.None();
    return oidc.discovery(new URL(issuer), clientId, { client_secret: clientSecret }, authentication, {
      [oidc.customFetch]: (url, options) => this.outside.fetch(url, { method: options.method, headers: options.headers, body: bodyOf(options.body), signal: options.signal }),
      // http only ever leads into networks that the operator named (OutsideFetch); there the signature of the token is what counts.
      execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
      timeout: 10,
    });
  }
}

const keyOf = ({ id, issuer, clientId, clientSecret }: ProviderToAsk): string => JSON.stringify([id, issuer, clientId, clientSecret]);

function bodyOf(body: oidc.FetchBody): string | Uint8Array | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string' || body instanceof Uint8Array) return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new Error('A body of this kind is not sent.');
}

/** Many providers keep the address out of the token and answer it when asked. Who does not answer has none. */
async function userInfo(configuration: oidc.Configuration, accessToken: string, subject: string): Promise<Record<string, unknown>> {
  if (!configuration.serverMetadata().userinfo_endpoint) return {};
  return { ...(await oidc.fetchUserInfo(configuration, accessToken, subject)) };
}

function claimsOf(claims: Readonly<Record<string, unknown>>): ProviderClaims | ProviderRefused {
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
  const subject = text(claims.sub);
  if (!subject || subject.length > 255) return new ProviderRefused('answer', 'no usable subject');
  const email = text(claims.email);
  const label = email ?? text(claims.preferred_username) ?? text(claims.name) ?? subject;
  return { subject, label, verifiedEmail: claims.email_verified === true ? email : undefined };
}

/** Which of the known troubles it is; anything else is a bug and goes on. */
function refusalOf(error: unknown): ProviderRefused {
  if (error instanceof DestinationRefused) return new ProviderRefused('unreachable', error.message);
  if (error instanceof oidc.AuthorizationResponseError) return new ProviderRefused('denied', error.error);
  if (error instanceof oidc.ResponseBodyError || error instanceof oidc.WWWAuthenticateChallengeError) return new ProviderRefused('answer', error.message);
  if (error instanceof oidc.ClientError) return new ProviderRefused(isFromConnection(error.cause) ? 'unreachable' : 'answer', `${error.code ?? ''} ${error.message}`);
  if (isFromConnection(error)) return new ProviderRefused('unreachable', error.message);
  throw error;
}

function isFromConnection(error: unknown): error is Error {
  return error instanceof Error && (error instanceof DestinationRefused || ('code' in error && typeof error.code === 'string' && /^E[A-Z]+|^(CERT|DEPTH|UNABLE|SELF)_/.test(error.code)) || error.name === 'TimeoutError');
}
