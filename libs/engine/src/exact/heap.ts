/** A binary heap of node numbers by key; putting a node again with a smaller key moves it up. */
export class Heap {
  private readonly items: Int32Array;
  private readonly place: Int32Array;
  private readonly key: Float64Array;
  private size = 0;

  constructor(nodes: number) {
    this.items = new Int32Array(nodes);
    this.place = new Int32Array(nodes).fill(-1);
    this.key = new Float64Array(nodes);
  }

  put(node: number, key: number): void {
    this.key[node] = key;
    if (this.place[node]! < 0) {
      this.place[node] = this.size;
      this.items[this.size++] = node;
    }
    this.rise(this.place[node]!);
  }

  /** The node with the smallest key, -1 when empty. */
  take(): number {
    if (this.size === 0) return -1;
    const top = this.items[0]!;
    this.place[top] = -1;
    const last = this.items[--this.size]!;
    if (this.size > 0) {
      this.items[0] = last;
      this.place[last] = 0;
      this.sink();
    }
    return top;
  }

  clear(): void {
    for (let i = 0; i < this.size; i++) this.place[this.items[i]!] = -1;
    this.size = 0;
  }

  private rise(from: number): void {
    let i = from;
    const node = this.items[i]!;
    while (i > 0) {
      const above = (i - 1) >> 1;
      const other = this.items[above]!;
      if (this.key[other]! <= this.key[node]!) break;
      this.items[i] = other;
      this.place[other] = i;
      i = above;
    }
    this.items[i] = node;
    this.place[node] = i;
  }

  private sink(): void {
    let i = 0;
    const node = this.items[0]!;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.key[this.items[child + 1]!]! < this.key[this.items[child]!]!) child++;
      const other = this.items[child]!;
      if (this.key[other]! >= this.key[node]!) break;
      this.items[i] = other;
      this.place[other] = i;
      i = child;
    }
    this.items[i] = node;
    this.place[node] = i;
  }
}
