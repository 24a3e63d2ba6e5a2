import { isIPv4, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an IPv6 address, written in full; dotted tails become two groups. */
function groupsOf(address: string): string[] {
  const plain = address.replace(/%.*$/, '').replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...parts: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(missing).fill('0'), ...right].map((group) => Number.parseInt(group, 16).toString(16));
}

/**
 * The network of a client address with so many bits kept: whole 8-bit steps for IPv4, 16-bit steps for IPv6. An IPv4 address that is
 * written as IPv6 counts as IPv4. What is no address gives "unknown", so that all such clients share one limit.
 */
export function networkOf(address: string, bits: { readonly v4: 24 | 32; readonly v6: 48 | 64 }): string {
  const v4 = MAPPED.exec(address)?.[1] ?? address;
  if (isIPv4(v4)) return bits.v4 === 32 ? `${v4}/32` : `${v4.split('.').slice(0, 3).join('.')}.0/24`;
  if (!isIPv6(address)) return 'unknown';
  return `${groupsOf(address).slice(0, bits.v6 / 16).join(':')}::/${bits.v6}`;
}
