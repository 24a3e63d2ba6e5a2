const FIRST_SIZE = 1 << 12;

/**
 * On which line of a file a key was seen first. Keeps 53 bits of a digest and a line for each key in typed arrays: a million people
 * with address and reference take 48 MB, a Map of strings four times as much. Two different keys meet once in a thousand such files.
 */
export class LineIndex {
  private digests = new Float64Array(FIRST_SIZE);
  private lines = new Int32Array(FIRST_SIZE);
  private used = 0;

  /** The line on which the key was seen before; undefined, and from now on this line, when it was not. */
  seen(key: string, line: number): number | undefined {
    if (this.used * 2 >= this.digests.length) this.grow();
    const digest = digest53(key);
    const slot = this.slot(digest);
    if (this.digests[slot] === digest) return this.lines[slot];
    this.digests[slot] = digest;
    this.lines[slot] = line;
    this.used++;
    return undefined;
  }

  private slot(digest: number): number {
    const mask = this.digests.length - 1;
    let slot = digest % this.digests.length;
    while (this.digests[slot] !== 0 && this.digests[slot] !== digest) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const [digests, lines] = [this.digests, this.lines];
    this.digests = new Float64Array(digests.length * 2);
    this.lines = new Int32Array(lines.length * 2);
    digests.forEach((digest, index) => {
      if (digest === 0) return;
      const slot = this.slot(digest);
      this.digests[slot] = digest;
      this.lines[slot] = lines[index] ?? 0;
    });
  }
}

/** cyrb53: 53 well-mixed bits, which a double holds exactly. Never 0, which marks a free place. */
function digest53(key: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0) || 1;
}
