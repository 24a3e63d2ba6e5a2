import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { Settings } from '../config/settings.js';
import { DestinationRefused, OutsideFetch } from './outside-fetch.js';
import { isPublicAddress } from './public-address.js';

/** Name servers as an attacker would run them: each call gets the next answer. */
class FetchWithNames extends OutsideFetch {
  asked = 0;
  constructor(
    settings: Settings,
    private readonly answers: readonly (readonly string[])[],
  ) {
    super(settings);
  }
  protected override async resolve() {
    const answer = this.answers[Math.min(this.asked, this.answers.length - 1)] ?? [];
    this.asked++;
    return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  }
}

const settingsWith = (networks?: string): Settings => Object.assign(new Settings(), { REACHABLE_PRIVATE_NETWORKS: networks });

describe('case 41: fetching addresses that people entered', () => {
  let server: Server;
  let port: number;
  let connections = 0;
  let authorization: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      authorization.push(request.headers.authorization);
      if (request.url === '/inward') return response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
      if (request.url === '/large') return response.end(Buffer.alloc(1_500_000));
      if (request.url === '/nothing') return response.writeHead(204).end();
      return response.setHeader('set-cookie', ['a=1', 'b=2']).end(`hello from ${request.headers.host ?? ''}`);
    });
    server.on('connection', () => connections++);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((closed) => server.close(closed)));
  beforeEach(() => {
    connections = 0;
    authorization = [];
  });

  it.each(['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1', '::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', 'fc00::1', 'fe80::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1', '::7f00:1', 'not an address', ''])(
    '%j is not public',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );

  it.each(['1.1.1.1', '93.184.216.34', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00:1450:4001::1', '::ffff:1.1.1.1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:PORT/', 'https://127.0.0.1:PORT/', 'http://localhost:PORT/', 'http://2130706433:PORT/', 'http://0177.0.0.1:PORT/', 'http://0x7f.1:PORT/', 'http://127.1:PORT/',
    'http://[::1]:PORT/', 'http://[::ffff:127.0.0.1]:PORT/', 'http://[::ffff:7f00:1]:PORT/', 'http://0:PORT/', 'http://127.0.0.1.:PORT/', 'http://①②⑦.0.0.1:PORT/', 'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/', 'file:///etc/passwd', 'ftp://example.org/', 'gopher://example.org/', 'data:text/plain,x', 'https://user:secret@1.1.1.1/', 'http://1.1.1.1/', '//1.1.1.1', 'no address', '',
  ])('%s is not called', async (address) => {
    await expect(new OutsideFetch(settingsWith()).fetch(address.replace('PORT', String(port)))).rejects.toBeInstanceOf(DestinationRefused);
    expect(connections).toBe(0);
  });

  it.each([[['127.0.0.1']], [['93.184.216.34', '127.0.0.1']], [['2606:4700::1111', '::1']], [['10.0.0.1']], [[]]])('a name that leads to %j is not called', async (answers) => {
    await expect(new FetchWithNames(settingsWith(), [answers]).fetch(`https://provider.example.org:${port}/`)).rejects.toBeInstanceOf(DestinationRefused);
    expect(connections).toBe(0);
  });

  it('rebinding: the name is asked once, and the connection goes to the address that was checked', async () => {
    const names = new FetchWithNames(settingsWith('127.0.0.0/8'), [['127.0.0.1'], ['10.0.0.1']]);
    const response = await names.fetch(`http://provider.example.org:${port}/`);
    expect(await response.text()).toBe(`hello from provider.example.org:${port}`);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(names.asked).toBe(1);
    await expect(names.fetch(`http://provider.example.org:${port}/`)).rejects.toBeInstanceOf(DestinationRefused);
  });

  it('a redirect is answered and not followed, so credentials go nowhere else', async () => {
    const fetching = new OutsideFetch(settingsWith('127.0.0.0/8'));
    const response = await fetching.fetch(`http://127.0.0.1:${port}/inward`, { headers: { authorization: 'Basic c2VjcmV0' } });
    expect(response.status).toBe(302);
    expect(authorization).toEqual(['Basic c2VjcmV0']);
  });

  it('reachable networks are only those that are named', async () => {
    const fetching = new OutsideFetch(settingsWith('10.20.0.0/16, fd00::/8'));
    await expect(fetching.fetch(`http://127.0.0.1:${port}/`)).rejects.toBeInstanceOf(DestinationRefused);
    await expect(fetching.fetch('http://10.21.0.1/')).rejects.toBeInstanceOf(DestinationRefused);
  });

  it('ends after 1 MB, when told to, and knows answers without a body', async () => {
    const fetching = new OutsideFetch(settingsWith('127.0.0.0/8'));
    await expect(fetching.fetch(`http://127.0.0.1:${port}/large`)).rejects.toThrow('too large');
    expect((await fetching.fetch(`http://127.0.0.1:${port}/nothing`)).status).toBe(204);
    await expect(fetching.fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
