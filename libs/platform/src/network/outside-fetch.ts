import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { deadline } from '../deadline/deadline.js';
import { isPublicAddress, Networks } from './public-address.js';

const LONGEST_MS = 10_000;
const LARGEST_BYTES = 1_000_000;

/** The address that somebody entered leads to a place that this server does not call (case 41). */
export class DestinationRefused extends Error {
  constructor(reason: string) {
    super(`This address is not called: ${reason}.`);
  }
}

interface OutsideRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

interface Address {
  readonly address: string;
  readonly family: number;
}

/**
 * Calls addresses that people entered. Only https to the public internet; networks of REACHABLE_PRIVATE_NETWORKS are called too, there
 * also by http. Every address that a name resolves to is checked and the connection goes to exactly these, so that a second answer of
 * the name server changes nothing. Redirects are answered, never followed. At most ten seconds and 1 MB,
 * and no longer than whoever asked is waiting.
 */
@Injectable()
export class OutsideFetch {
  private readonly reachable: Networks;

  constructor(settings: Settings) {
    this.reachable = new Networks(settings.REACHABLE_PRIVATE_NETWORKS?.split(',') ?? []);
  }

  /** Throws DestinationRefused, or the error of the connection. */
  async fetch(address: string, init: OutsideRequest = {}): Promise<Response> {
    const url = checkedUrl(address);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await this.resolve(host);
    this.check(addresses, url.protocol);
    return send(url, init, addresses);
  }

  protected resolve(host: string): Promise<readonly Address[]> {
    return lookup(host, { all: true });
  }

  private check(addresses: readonly Address[], protocol: string): void {
    if (addresses.length === 0) throw new DestinationRefused('the name leads nowhere');
    for (const { address } of addresses) {
      if (this.reachable.has(address)) continue;
      if (!isPublicAddress(address)) throw new DestinationRefused('it leads into a private network');
      if (protocol !== 'https:') throw new DestinationRefused('only https is called');
    }
  }
}

function checkedUrl(address: string): URL {
  if (!URL.canParse(address)) throw new DestinationRefused('it is no address');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new DestinationRefused('only https is called');
  if (url.username || url.password) throw new DestinationRefused('it contains a user name or a password');
  return url;
}

function send(url: URL, { method = 'GET', headers = {}, body, signal }: OutsideRequest, addresses: readonly Address[]): Promise<Response> {
  const [first] = addresses;
  // Node asks for one address or for all of them; it is told those that were checked.
  const checked: LookupFunction = (_host, options, answer) => {
    if (options.all) answer(null, addresses.map(({ address, family }) => ({ address, family })));
    else answer(null, first?.address ?? '', first?.family);
  };
  const limits = [AbortSignal.timeout(LONGEST_MS), signal, deadline()].filter((each) => each !== undefined);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { 'user-agent': 'Tremplin', ...headers }, lookup: checked, agent: false, signal: AbortSignal.any(limits) });
    sent.once('error', reject);
    sent.once('response', (incoming) => void received(incoming).then(resolve, reject));
    sent.end(body);
  });
}

async function received(incoming: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BYTES) {
      incoming.destroy();
      throw new DestinationRefused('the answer is too large');
    }
    chunks.push(chunk);
  }
  const status = incoming.statusCode ?? 500;
  const bodiless = status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : Buffer.concat(chunks), { status, headers: headersOf(incoming) });
}

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}
