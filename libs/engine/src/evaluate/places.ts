import { type Activity, type Model, type Relation } from '../model/model.js';
import { type Line, type Sight } from './lines.js';

/** What an activity's own start costs or breaks, and what ties two of them. */
export function placeLines(sight: Sight): Line[] {
  const closedFor = closedByAttendees(sight.model);
  const large = lateLarge(sight.model);
  const lines: Line[] = [];
  sight.model.activities.forEach((activity, a) => {
    if (!sight.placed(a)) return;
    const slot = sight.plan.start[a]!;
    const about = { activities: [a], slot };
    if (!mayStart(sight.model, activity, slot) || covered(sight, a).some((s) => closedFor[a]!.has(s))) lines.push({ kind: 'closed', amount: 1, ...about });
    if (breaksPin(sight, a)) lines.push({ kind: 'pin', amount: 1, ...about });
    lines.push({ kind: 'start', amount: startCost(sight.model, activity, slot) + (large.has(a) && isLate(sight.model, slot) ? sight.model.wishes.lateLarge!.cost : 0), ...about });
    lines.push({ kind: 'change', amount: changeCost(sight, a), ...about });
  });
  sight.model.relations.forEach((relation, r) => {
    if (!sight.placed(relation.a) || !sight.placed(relation.b) || holds(sight, relation)) return;
    const about = { activities: [relation.a, relation.b], relation: r };
    lines.push(relation.cost === undefined ? { kind: 'relation', amount: 1, ...about } : { kind: 'relationWish', amount: relation.cost, ...about });
  });
  return lines;
}

function covered({ plan, end }: Sight, a: number): number[] {
  const slots: number[] = [];
  for (let s = plan.start[a]!; s < end(a); s++) slots.push(s);
  return slots;
}

function closedByAttendees(model: Model): Set<number>[] {
  const closed = model.activities.map(() => new Set<number>());
  for (const attendee of model.attendees) for (const a of attendee.activities) for (const s of attendee.closed ?? []) closed[a]!.add(s);
  return closed;
}

function mayStart(model: Model, activity: Activity, slot: number): boolean {
  const [from, to] = activity.window ?? [0, Infinity];
  return fits(model, activity, slot) && slot >= from && slot <= to && !activity.closed?.includes(slot);
}

function fits({ grid }: Model, activity: Activity, slot: number): boolean {
  const last = slot + (activity.duration ?? 1) - 1;
  const insideDay = last < grid.slots && grid.dayOf[last] === grid.dayOf[slot];
  return insideDay && (activity.minutes ?? 0) <= (grid.minutes?.[slot] ?? Infinity);
}

function breaksPin({ model, plan, offsets }: Sight, a: number): boolean {
  const pin = model.activities[a]!.pin;
  if (!pin) return false;
  return plan.start[a] !== pin.start || (pin.choice?.some((resource, k) => plan.choice[offsets[a]! + k] !== resource) ?? false);
}

function startCost({ grid }: Model, activity: Activity, slot: number): number {
  const own = (activity.startCost ?? []).reduce((sum, [s, cost]) => sum + (s === slot ? cost : 0), 0);
  return own + (grid.penalty?.[slot] ?? 0);
}

function lateLarge({ activities, wishes }: Model): Set<number> {
  const bySize = activities.map((_, a) => a).sort((a, b) => activities[b]!.people - activities[a]!.people || a - b);
  return new Set(bySize.slice(0, wishes.lateLarge?.largest ?? 0));
}

const isLate = ({ grid, wishes }: Model, slot: number): boolean => slot >= grid.slots - wishes.lateLarge!.lastSlots;

function changeCost({ model, plan, offsets }: Sight, a: number): number {
  const { change } = model.wishes;
  const known = model.published?.start[a] ?? -1;
  if (!change || known < 0) return 0;
  const { start, resource, each = 0 } = change;
  const { people } = model.activities[a]!;
  const moved = plan.start[a] === known ? 0 : (start * people + each) * haste(change, Math.min(known, plan.start[a]!));
  const others = plan.choice.slice(offsets[a], offsets[a + 1]).filter((r, k) => r !== model.published!.choice[offsets[a]! + k]).length;
  return moved + others * resource * people * haste(change, known);
}

const haste = ({ now = 0, noticeSlots = 0 }: NonNullable<Model['wishes']['change']>, slot: number): number => (slot < now + noticeSlots ? 2 : 1);

function holds({ model, plan, end }: Sight, { kind, a, b, lag }: Relation): boolean {
  const [first, second] = [plan.start[a]!, plan.start[b]!];
  const sameDay = model.grid.dayOf[first] === model.grid.dayOf[second];
  switch (kind) {
    case 'before':
      return second >= end(a) + (lag ?? 0);
    case 'sameSlot':
      return first === second;
    case 'differentSlot':
      return first !== second;
    case 'sameDay':
      return sameDay;
    case 'differentDay':
      return !sameDay;
  }
}
