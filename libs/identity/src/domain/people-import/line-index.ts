const LEAST_PLACES = 1 << 12;
/** At most so many of ten places are taken: beyond that, looking for a free one takes long. */
const TAKEN_OF_TEN = 7;

/**
 * On which line of a file a key was seen first. Keeps 53 bits of a digest and a line for each key in typed arrays: a million people
 * with address and reference take 34 MB, a Map of strings six times as much. Two different keys meet once in a thousand such files.
 */
export class LineIndex {
  private digests: Float64Array;
  private lines: Int32Array;
  private used = 0;

  /** With the number of keys to be expected; it grows when there are more, and holds both sizes while it does. */
  constructor(expected = 0) {
    const places = Math.max(LEAST_PLACES, Math.ceil((expected * 10) / TAKEN_OF_TEN) + 1);
    this.digests = new Float64Array(places);
    this.lines = new Int32Array(places);
  }

  /** The line on which the key was seen before; undefined, and from now on this line, when it was not. */
  seen(key: string, line: number): number | undefined {
    if (this.used * 10 >= this.digests.length * TAKEN_OF_TEN) this.grow();
    const digest = digest53(key);
    const place = this.place(digest);
    if (this.digests[place] === digest) return this.lines[place];
    this.digests[place] = digest;
    this.lines[place] = line;
    this.used++;
    return undefined;
  }

  private place(digest: number): number {
    let place = digest % this.digests.length;
    while (this.digests[place] !== 0 && this.digests[place] !== digest) place = place + 1 === this.digests.length ? 0 : place + 1;
    return place;
  }

  private grow(): void {
    const [digests, lines] = [this.digests, this.lines];
    this.digests = new Float64Array(digests.length * 2);
    this.lines = new Int32Array(lines.length * 2);
    digests.forEach((digest, index) => {
      if (digest === 0) return;
      const place = this.place(digest);
      this.digests[place] = digest;
      this.lines[place] = lines[index] ?? 0;
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
