import { networkOf } from './address.js';

describe('the network of an address', () => {
  const coarse = { v4: 24, v6: 48 } as const;
  const fine = { v4: 32, v6: 64 } as const;

  it.each([
    ['192.0.2.17', '192.0.2.0/24', '192.0.2.17/32'],
    ['::ffff:192.0.2.17', '192.0.2.0/24', '192.0.2.17/32'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001::17', '2001:db8:1::/48', '2001:db8:1:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0::/48', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0::/48', '0:0:0:0::/64'],
    ['not an address', 'unknown', 'unknown'],
    ['', 'unknown', 'unknown'],
  ])('%s', (address, town, limit) => {
    expect(networkOf(address, coarse)).toBe(town);
    expect(networkOf(address, fine)).toBe(limit);
  });
});
