import { hashToken } from '@app/platform';
import { hash } from '@node-rs/argon2';
import { Make } from '../support/make.js';
import { type Bench } from './frame/bench.js';

const ROUNDS = 60;
const SIGN_IN = 'mutation ($i: SignInInput!) { signIn(input: $i) { __typename } }';
const LINK = 'mutation ($i: SignInMailInput!) { requestSignInLink(input: $i) { __typename } }';

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Whether the time of an answer tells which addresses have an account (case 1), and what finding the actor of a request costs. */
export const bench: Bench = {
  name: 'sign-in',
  summary: 'answers for known and unknown addresses compared; the look-up of a session',
  run: async (ground) => {
    const database = await ground.database();
    const api = await ground.app('api', { DATABASE_URL: database.appUrl, API_EXPLORER: 'true', TRUSTED_PROXIES: '1' });
    const make = new Make(database);
    const people = await Promise.all(Array.from({ length: ROUNDS * 2 }, () => make.person()));
    await database.asOwner('update account set password_hash = $1', [await hash('a password of nobody')]);
    let sent = 0;
    const timed = async (query: string, input: Record<string, string>): Promise<number> => {
      // Every request from a network of its own, and for an account of its own: no limit is reached.
      const headers = { 'content-type': 'application/json', 'x-tremplin-client': 'bench', 'x-forwarded-for': `198.18.${++sent >> 8}.${sent & 255}` };
      const from = performance.now();
      const response = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables: { i: input } }) });
      await response.text();
      return performance.now() - from;
    };
    const compare = async (query: string, more: Record<string, string>, offset: number): Promise<{ known: number; unknown: number }> => {
      const [known, unknown]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round++) {
        known.push(await timed(query, { email: people[offset + round]?.email ?? '', ...more }));
        unknown.push(await timed(query, { email: `nobody-${round}@example.org`, ...more }));
      }
      return { known: median(known), unknown: median(unknown) };
    };
    await timed(SIGN_IN, { email: 'first@example.org', password: 'warm up the server' });
    const signIn = await compare(SIGN_IN, { password: 'not the password' }, 0);
    const link = await compare(LINK, {}, ROUNDS);
    const sessions = await Promise.all(people.slice(0, 20).map((person) => make.session(person)));
    const lookUps: number[] = [];
    for (let round = 0; round < 500; round++) {
      const from = performance.now();
      await database.source.query('select * from app.actor_of_session($1, false)', [hashToken(sessions[round % sessions.length]?.token ?? '')]);
      lookUps.push(performance.now() - from);
    }
    return [
      { name: 'sign-in, wrong password (median)', value: signIn.known, unit: 'ms', better: 'lower' },
      { name: 'sign-in, unknown against known address', value: Math.abs(signIn.unknown - signIn.known), unit: 'ms', better: 'lower', must: 20, goal: 3 },
      { name: 'link by mail, unknown against known address', value: Math.abs(link.unknown - link.known), unit: 'ms', better: 'lower', must: 20, goal: 3 },
      { name: 'look-up of a session, with the round trip (median)', value: median(lookUps), unit: 'ms', better: 'lower', goal: 1 },
    ];
  },
};
