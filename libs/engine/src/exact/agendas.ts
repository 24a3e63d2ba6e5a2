/** What learners can choose from: modules, each offered one or several times. */
export interface Offer {
  modules: { id: string; prerequisites: number[]; /** Slots between the end of a prerequisite and the start of this. */ lag?: number }[];
  offerings: Offering[];
  /** Groups of one module should be of like size: each learner costs this times those who sit in the offering already. */
  balance?: number;
}

export interface Offering {
  module: number;
  seats: number;
  /** Slots it meets in, rising. */
  slots: number[];
  /** How little it is liked. */
  cost?: number;
}

export interface Learner {
  id: string;
  wants: number[];
  /** Slots in which the learner cannot come. */
  busy: number[];
  /** Modules already passed: prerequisites of these hold. */
  passed?: number[];
  /** Most slots of all offerings together. */
  maxLoad?: number;
}

/** Why a module has no offering in a plan. */
export type WhyNot = 'not offered' | 'full' | 'away' | 'clash' | 'order' | 'load';

export interface AgendaPlan {
  /** Offering of each wanted module, -1 for none; in the order of `wants`. */
  offering: number[];
  /** For those without: the reasons met, by offering. */
  missing: { module: number; why: Partial<Record<WhyNot, number>> }[];
  /** False: the search was cut off, another plan may place more. */
  proven: boolean;
}

/** Cost of a module that stays out: dearer than any wish. */
const MISSING = 1_000_000;
/** Nodes of the search for one learner before it is cut off. */
const MOST_NODES = 20_000;

/** The best agenda of one learner with the seats that are free: branch and bound over modules, scarcest first. */
export class AgendaSearch {
  private readonly byModule: number[][];
  private best: number[] = [];
  private bestCost = Infinity;
  private nodes = 0;

  constructor(
    private readonly offer: Offer,
    readonly free: Int32Array,
    /** What a seat of each offering is worth to those who come later. */
    private readonly price: Float64Array,
  ) {
    this.byModule = offer.modules.map(() => []);
    offer.offerings.forEach((one, o) => this.byModule[one.module]!.push(o));
  }

  plan(learner: Learner, barred = -1): AgendaPlan {
    const busy = new Set(learner.busy);
    const options = learner.wants.map((module) => this.byModule[module]!.filter((o) => o !== barred && this.free[o]! > 0 && !this.offer.offerings[o]!.slots.some((s) => busy.has(s))));
    const cheapest = options.map((list) => list.reduce((least, o) => Math.min(least, this.costOf(o)), MISSING));
    const order = learner.wants.map((_, i) => i).sort((a, b) => options[a]!.length - options[b]!.length || a - b);
    const rest = new Float64Array(order.length + 1);
    for (let i = order.length - 1; i >= 0; i--) rest[i] = rest[i + 1]! + cheapest[order[i]!]!;
    this.best = learner.wants.map(() => -1);
    this.bestCost = Infinity;
    this.nodes = 0;
    const branch = { learner, options: options.map((list) => list.sort((a, b) => this.costOf(a) - this.costOf(b) || a - b)), order, rest, taken: new Set<number>(), chosen: learner.wants.map(() => -1) };
    this.descend(branch, 0, 0);
    return { offering: this.best, missing: this.missing(learner, busy), proven: this.nodes < MOST_NODES };
  }

  private costOf(o: number): number {
    const { cost = 0, seats } = this.offer.offerings[o]!;
    return cost + this.price[o]! + (this.offer.balance ?? 0) * (seats - this.free[o]!);
  }

  private descend(branch: Branch, depth: number, cost: number): void {
    if (cost + branch.rest[depth]! >= this.bestCost || this.nodes++ > MOST_NODES) return;
    if (depth === branch.order.length) {
      if (!this.inOrder(branch.learner, branch.chosen)) return;
      this.best = [...branch.chosen];
      this.bestCost = cost;
      return;
    }
    const i = branch.order[depth]!;
    for (const o of branch.options[i]!) {
      if (this.clashes(branch, o)) continue;
      branch.chosen[i] = o;
      for (const s of this.offer.offerings[o]!.slots) branch.taken.add(s);
      if (this.inOrder(branch.learner, branch.chosen, true)) this.descend(branch, depth + 1, cost + this.costOf(o));
      for (const s of this.offer.offerings[o]!.slots) branch.taken.delete(s);
      branch.chosen[i] = -1;
    }
    this.descend(branch, depth + 1, cost + MISSING);
  }

  private clashes({ taken, learner }: Branch, o: number): boolean {
    const { slots } = this.offer.offerings[o]!;
    return taken.size + slots.length > (learner.maxLoad ?? Infinity) || slots.some((s) => taken.has(s));
  }

  /** Prerequisites among the wanted end in time; with `sofar` those not chosen yet are let pass. */
  private inOrder(learner: Learner, chosen: number[], sofar = false): boolean {
    return learner.wants.every((module, i) => {
      const own = chosen[i]!;
      if (own < 0) return true;
      const { prerequisites, lag = 0 } = this.offer.modules[module]!;
      return prerequisites.every((before) => {
        if (learner.passed?.includes(before)) return true;
        const other = chosen[learner.wants.indexOf(before)] ?? -1;
        if (other < 0) return sofar && learner.wants.includes(before);
        return this.offer.offerings[other]!.slots.at(-1)! + lag < this.offer.offerings[own]!.slots[0]!;
      });
    });
  }

  private missing(learner: Learner, busy: Set<number>): AgendaPlan['missing'] {
    const taken = new Set(this.best.flatMap((o) => (o < 0 ? [] : this.offer.offerings[o]!.slots)));
    return learner.wants.flatMap((module, i) => (this.best[i]! >= 0 ? [] : [{ module, why: this.whyNot(learner, module, busy, taken) }]));
  }

  private whyNot(learner: Learner, module: number, busy: Set<number>, taken: Set<number>): Partial<Record<WhyNot, number>> {
    const why: Partial<Record<WhyNot, number>> = {};
    const count = (reason: WhyNot): void => void (why[reason] = (why[reason] ?? 0) + 1);
    for (const o of this.byModule[module]!) count(this.reason(learner, o, busy, taken));
    if (this.byModule[module]!.length === 0) count('not offered');
    return why;
  }

  private reason(learner: Learner, o: number, busy: Set<number>, taken: Set<number>): WhyNot {
    const { slots } = this.offer.offerings[o]!;
    if (slots.some((s) => busy.has(s))) return 'away';
    if (this.free[o] === 0) return 'full';
    if (slots.some((s) => taken.has(s))) return 'clash';
    return taken.size + slots.length > (learner.maxLoad ?? Infinity) ? 'load' : 'order';
  }
}

interface Branch {
  learner: Learner;
  options: number[][];
  order: number[];
  rest: Float64Array;
  taken: Set<number>;
  chosen: number[];
}
