import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { type Move } from './move.js';

/** Another resource for one need, the start stays. */
export class OtherResource implements Move {
  readonly name = 'resource';

  constructor(
    private readonly state: State,
    private readonly places: Places,
    private readonly random: Random,
  ) {}

  propose(): boolean {
    const { compiled, start, choice, next } = this.state;
    const d = this.random.below(compiled.needs);
    const a = compiled.needOwner[d]!;
    if (start[a]! < 0) return false;
    const r = this.places.anyResource(d);
    if (r === choice[d]) return false;
    this.state.keep(a);
    next[d] = r;
    return this.state.step(a, start[a]!);
  }
}
