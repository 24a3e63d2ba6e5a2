/** xorshift128 (Marsaglia 2003): own stream per seed and worker, same numbers on every machine. */
export class Random {
  private x: number;
  private y: number;
  private z: number;
  private w: number;

  constructor(seed: number, stream = 0) {
    this.x = mix(seed);
    this.y = mix(this.x + stream * 0x9e3779b9);
    this.z = mix(this.y + 0x85ebca6b);
    this.w = mix(this.z + 0xc2b2ae35) | 1;
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** 32 random bits, signed. */
  bits(): number {
    const t = this.x ^ (this.x << 11);
    this.x = this.y;
    this.y = this.z;
    this.z = this.w;
    this.w = this.w ^ (this.w >>> 19) ^ t ^ (t >>> 8);
    return this.w;
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return ((this.bits() >>> 0) * 2.3283064365386963e-10 * n) | 0;
  }

  /** From 0 to less than 1. */
  fraction(): number {
    return (this.bits() >>> 0) * 2.3283064365386963e-10;
  }
}

/** Scatters neighbouring seeds (finalizer of MurmurHash3). */
function mix(seed: number): number {
  let h = (seed | 0) ^ 0x2545f491;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
