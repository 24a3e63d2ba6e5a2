import { type AgendaWish, dayCount } from '../model/model.js';
import { type Line, type Sight } from './lines.js';

/** Two activities overlap, or the pause between them on their day is shorter than the buffer or the way. */
export function tooNear({ model, plan, end }: Pick<Sight, 'model' | 'plan' | 'end'>, a: number, b: number, buffer: number): boolean {
  const pause = Math.max(plan.start[a]! - end(b), plan.start[b]! - end(a));
  if (pause < 0) return true;
  if (model.grid.dayOf[plan.start[a]!] !== model.grid.dayOf[plan.start[b]!]) return false;
  return pause < Math.max(buffer, way(model, model.activities[a]!.site, model.activities[b]!.site));
}

function way(model: Sight['model'], from: number | undefined, to: number | undefined): number {
  if (from === undefined || to === undefined || !model.travel) return 0;
  return Math.max(model.travel[from]?.[to] ?? 0, model.travel[to]?.[from] ?? 0);
}

/** What the days of people cost and break, and what the activities of one course ask together. */
export function attendeeLines(sight: Sight): Line[] {
  return [...clashLines(sight), ...proximityLines(sight), ...agendaLines(sight), ...seriesLines(sight)];
}

function clashLines(sight: Sight): Line[] {
  const together = new Set(sight.model.relations.filter((r) => r.kind === 'sameSlot' && r.cost === undefined).map((r) => pairKey(r.a, r.b)));
  const seen = new Map<string, Line>();
  sight.model.attendees.forEach((attendee, who) => {
    eachPair(attendee.activities.filter(sight.placed), (a, b) => {
      const key = pairKey(a, b);
      if (seen.has(key) || together.has(key) || !tooNear(sight, a, b, attendee.buffer ?? 0)) return;
      seen.set(key, { kind: 'clash', amount: 1, activities: [a, b], attendee: who, slot: sight.plan.start[a]! });
    });
  });
  return [...seen.values()];
}

const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

function eachPair(list: number[], visit: (a: number, b: number) => void): void {
  list.forEach((a, i) => {
    for (let k = i + 1; k < list.length; k++) visit(a, list[k]!);
  });
}

function proximityLines({ model, plan, placed }: Sight): Line[] {
  const { proximity, sameDay } = model.wishes;
  if (!proximity && !sameDay) return [];
  const costs = new Map<string, Line>();
  for (const attendee of model.attendees.filter((one) => one.apart)) {
    eachPair(attendee.activities.filter(placed), (a, b) => {
      const distance = Math.abs(plan.start[a]! - plan.start[b]!);
      if (distance === 0) return;
      const oneDay = model.grid.dayOf[plan.start[a]!] === model.grid.dayOf[plan.start[b]!];
      const cost = (proximity?.[distance] ?? 0) + (oneDay && sameDay ? (distance === 1 ? sameDay.next : sameDay.apart) : 0);
      const line = costs.get(pairKey(a, b)) ?? { kind: 'proximity' as const, amount: 0, activities: [a, b] };
      line.amount += cost * (attendee.people ?? 1);
      costs.set(pairKey(a, b), line);
    });
  }
  return [...costs.values()];
}

function agendaLines({ model, plan, placed, end }: Sight): Line[] {
  const lines: Line[] = [];
  model.attendees.forEach((attendee, who) => {
    const busy = new Array<number>(model.grid.slots).fill(0);
    const mine = attendee.activities.filter(placed);
    for (const a of mine) for (let s = plan.start[a]!; s < end(a); s++) busy[s]!++;
    for (let day = 0; day < dayCount(model.grid); day++) {
      const from = model.grid.dayOf.indexOf(day);
      const slots = busy.filter((_, s) => model.grid.dayOf[s] === day);
      const about = { activities: mine.filter((a) => model.grid.dayOf[plan.start[a]!] === day), attendee: who, slot: from };
      const load = slots.reduce((sum, n) => sum + n, 0);
      lines.push({ kind: 'load', amount: Math.max(0, load - (attendee.maxPerDay ?? Infinity)), ...about });
      const wish = attendee.agenda === undefined ? undefined : model.wishes.agendas?.[attendee.agenda];
      if (wish) lines.push({ kind: 'agenda', amount: dayCost(slots.map((n) => n > 0), wish) * (attendee.people ?? 1), ...about });
    }
  });
  return lines;
}

/** Cost of one day from the slots that are taken. */
export function dayCost(taken: boolean[], wish: AgendaWish): number {
  const count = taken.filter(Boolean).length;
  if (count === 0) return 0;
  let [isolated, inRow] = [0, 0];
  taken.forEach((is, t) => {
    if (is && !taken[t - 1] && !taken[t + 1]) isolated++;
    if (is && taken[t - 1] && taken[t - 2]) inRow++;
  });
  const gaps = taken.lastIndexOf(true) - taken.indexOf(true) + 1 - count;
  return isolated * (wish.isolated ?? 0) + inRow * (wish.thirdInRow ?? 0) + (count === 1 ? (wish.single ?? 0) : 0) + gaps * (wish.gap ?? 0);
}

function seriesLines({ model, plan, offsets, placed }: Sight): Line[] {
  return model.series.flatMap((series, k): Line[] => {
    const activities = series.activities.filter(placed);
    const days = new Set(activities.map((a) => model.grid.dayOf[plan.start[a]!])).size;
    const used = new Set<number>();
    for (const a of activities) {
      model.activities[a]!.needs.forEach((need, n) => {
        const r = plan.choice[offsets[a]! + n]!;
        if (need.kind === series.sameResource?.kind && r >= 0) used.add(r);
      });
    }
    return [
      { kind: 'minDays', amount: Math.max(0, (series.minDays?.days ?? 0) - days) * (series.minDays?.cost ?? 0), activities, series: k },
      { kind: 'sameResource', amount: Math.max(0, used.size - 1) * (series.sameResource?.cost ?? 0), activities, series: k },
    ];
  });
}
