import { BlockList, isIP } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Everything of the IANA special-purpose registries that is not the public internet. */
const SPECIAL: readonly string[] = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24'],
  ...['192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
  // Global IPv6 unicast is 2000::/3; inside it, protocol assignments with Teredo, documentation and 6to4 lead elsewhere.
  ...['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
];

/** Networks in CIDR form. */
export class Networks {
  /** One list a family: Node compares IPv4 addresses with IPv6 networks too, and ::/3 would hold them all. */
  private readonly lists = { ipv4: new BlockList(), ipv6: new BlockList() };

  constructor(networks: readonly string[]) {
    for (const network of networks) {
      const [address = '', bits = ''] = network.trim().split('/');
      this.lists[familyOf(address)].addSubnet(address, Number(bits), familyOf(address));
    }
  }

  /** IPv4 written as IPv6 (::ffff:10.0.0.1) counts as IPv4. What is no address is in no network. */
  has(address: string): boolean {
    const plain = MAPPED.exec(address)?.[1] ?? address;
    return isIP(plain) !== 0 && this.lists[familyOf(plain)].check(plain, familyOf(plain));
  }
}

const special = new Networks(SPECIAL);

/** True for an address of the public internet: not loopback, private, link-local, reserved, or a tunnel to one. */
export function isPublicAddress(address: string): boolean {
  return isIP(address.replace(/^::ffff:/i, '')) !== 0 && !special.has(address);
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
