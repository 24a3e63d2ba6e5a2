import { type Compiled } from '../../compile/compiled.js';
import { type AgendaWish } from '../../model/model.js';
import { type Tally } from '../tally.js';

/** Days up to this many slots are judged by a table over all patterns of the day. */
const LONGEST_TABLE = 12;

/** Days of people (and of curricula): patterns and daily limits, by attendee and day. */
export class Agendas {
  readonly active: boolean;
  private readonly busy: Uint8Array;
  /** One bit per slot of the day that is taken. */
  private readonly mask: Int32Array;
  private readonly load: Int32Array;
  private readonly tables: Int32Array[];
  private readonly marked: Int32Array;
  private round = 0;
  private readonly wishes: AgendaWish[];
  /** Somebody may not have more than so many slots a day. */
  readonly limited: boolean;

  constructor(
    private readonly compiled: Compiled,
    private readonly tally: Tally,
  ) {
    const { agenda, days, slots, model } = compiled;
    this.active = agenda.count > 0;
    this.busy = new Uint8Array(agenda.count * slots);
    this.marked = new Int32Array(agenda.count);
    this.mask = new Int32Array(agenda.count * days);
    this.load = new Int32Array(agenda.count * days);
    this.limited = agenda.maxPerDay.some((most) => most < 1e9);
    this.wishes = model.wishes.agendas ?? [];
    const longest = Math.max(0, ...compiled.dayFrom.subarray(1).map((to, day) => to - compiled.dayFrom[day]!));
    this.tables = longest <= LONGEST_TABLE ? this.wishes.map((wish) => dayTable(longest, wish)) : [];
  }

  clear(): void {
    this.busy.fill(0);
    this.mask.fill(0);
    this.load.fill(0);
  }

  lift(a: number, slot: number): void {
    const { agenda, duration } = this.compiled;
    for (let i = agenda.of.from[a]!; i < agenda.of.from[a + 1]!; i++) this.change(agenda.of.items[i]!, slot, duration[a]!, -1);
  }

  drop(a: number, slot: number): void {
    const { agenda, duration } = this.compiled;
    for (let i = agenda.of.from[a]!; i < agenda.of.from[a + 1]!; i++) this.change(agenda.of.items[i]!, slot, duration[a]!, 1);
  }

  /** What a move of an activity of one slot would change, were it made; nothing is written but the tally. Days of `other` (-1: nobody), who takes its place, are full either way. */
  foresee(a: number, from: number, slot: number, other: number): void {
    const { agenda, dayOf, days, slots, dayFrom } = this.compiled;
    const shared = this.mark(other);
    const [old, next] = [dayOf[from]!, dayOf[slot]!];
    const [out, into] = [1 << (from - dayFrom[old]!), 1 << (slot - dayFrom[next]!)];
    for (let i = agenda.of.from[a]!; i < agenda.of.from[a + 1]!; i++) {
      const g = agenda.of.items[i]!;
      if (agenda.wish[g]! < 0 || this.marked[g] === shared) continue;
      const leaves = this.busy[g * slots + from]! === 1 ? out : 0;
      const before = this.mask[g * days + old]!;
      if (old === next) this.weigh(g, old, before, (before & ~leaves) | into);
      else {
        if (leaves !== 0) this.weigh(g, old, before, before & ~leaves);
        const there = this.mask[g * days + next]!;
        this.weigh(g, next, there, there | into);
      }
    }
  }

  /** Marks what another activity takes part in; answers the mark. */
  private mark(other: number): number {
    if (other < 0) return -1;
    const { from, items } = this.compiled.agenda.of;
    this.round++;
    for (let i = from[other]!; i < from[other + 1]!; i++) this.marked[items[i]!] = this.round;
    return this.round;
  }

  private change(g: number, slot: number, duration: number, by: number): void {
    const { dayOf, days, slots, dayFrom, agenda } = this.compiled;
    const day = dayOf[slot]!;
    const at = g * days + day;
    const first = dayFrom[day]!;
    let mask = this.mask[at]!;
    for (let s = slot; s < slot + duration; s++) {
      const cell = g * slots + s;
      this.busy[cell]! += by;
      if (this.busy[cell] === 0) mask &= ~(1 << (s - first));
      else mask |= 1 << (s - first);
    }
    if (agenda.wish[g]! >= 0) this.weigh(g, day, this.mask[at]!, mask);
    this.mask[at] = mask;
    if (this.limited) this.limit(g, at, by * duration);
  }

  /** Tallies that a day looks different. */
  private weigh(g: number, day: number, old: number, mask: number): void {
    if (mask === old) return;
    const wish = this.compiled.agenda.wish[g]!;
    const table = this.tables[wish];
    const change = table ? table[mask]! - table[old]! : this.costOf(mask, day, wish) - this.costOf(old, day, wish);
    this.tally.soft += change * this.compiled.agenda.people[g]!;
  }

  private costOf(mask: number, day: number, wish: number): number {
    return patternCost(mask, this.compiled.dayFrom[day + 1]! - this.compiled.dayFrom[day]!, this.wishes[wish]!);
  }

  private limit(g: number, at: number, by: number): void {
    const most = this.compiled.agenda.maxPerDay[g]!;
    const before = this.load[at]!;
    this.load[at] = before + by;
    this.tally.hard += Math.max(0, before + by - most) - Math.max(0, before - most);
  }
}

function dayTable(slots: number, wish: AgendaWish): Int32Array {
  return Int32Array.from({ length: 1 << slots }, (_, mask) => patternCost(mask, slots, wish));
}

/** Cost of a day whose taken slots are the ones of the mask. */
function patternCost(mask: number, slots: number, wish: AgendaWish): number {
  if (mask === 0) return 0;
  const isolated = ones(mask & ~(mask << 1) & ~(mask >>> 1));
  const inRow = ones(mask & (mask << 1) & (mask << 2));
  const count = ones(mask);
  const span = 32 - Math.clz32(mask) - Math.min(slots, 31 - Math.clz32(mask & -mask));
  return isolated * (wish.isolated ?? 0) + inRow * (wish.thirdInRow ?? 0) + (count === 1 ? (wish.single ?? 0) : 0) + (span - count) * (wish.gap ?? 0);
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
