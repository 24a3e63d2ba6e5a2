import { serverAudits } from 'graphql-http';
import { startApi, type TestApi } from '../support/api.js';

const OUR_HEADER = { 'x-tremplin-client': 'audit' };
let api: TestApi | undefined;

const started = async (): Promise<TestApi> => (api ??= await startApi());
const audits = serverAudits({
  url: async () => `${(await started()).url}/graphql`,
  fetchFn: (url: string, init: RequestInit = {}) => fetch(url, { ...init, headers: { ...OUR_HEADER, ...(init.headers as Record<string, string> | undefined) } }),
});

describe('GraphQL over HTTP', () => {
  afterAll(() => api?.close());

  it.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const result = await audit.fn();
    // A MAY is a liberty: an answer that leaves it is noted by the audit as "notice", not as a fault.
    const expected = name.startsWith('MAY') ? ['ok', 'notice'] : ['ok'];
    expect([expected.includes(result.status), result.status === 'ok' ? '' : result.reason]).toEqual([true, expect.any(String)]);
  });
});
