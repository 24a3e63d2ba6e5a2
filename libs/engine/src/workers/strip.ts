import { isHard, linesOf } from '../evaluate/evaluate.js';
import { needOffsets, type Model, type Plan } from '../model/model.js';

/** Takes out activities until no hard rule is broken: a plan with gaps can be used, a plan with clashes cannot. */
export function strip(model: Model, plan: Plan): Plan {
  const offsets = needOffsets(model);
  const rest = { start: [...plan.start], choice: [...plan.choice] };
  for (;;) {
    const blame = new Map<number, number>();
    for (const line of linesOf(model, rest)) if (isHard(line.kind)) for (const a of line.activities) blame.set(a, (blame.get(a) ?? 0) + line.amount);
    const worst = [...blame].sort(([a, one], [b, two]) => two - one || (model.activities[a]!.priority ?? 1) - (model.activities[b]!.priority ?? 1) || a - b)[0];
    if (!worst) return rest;
    rest.start[worst[0]] = -1;
    for (let d = offsets[worst[0]]!; d < offsets[worst[0] + 1]!; d++) rest.choice[d] = -1;
  }
}
