import { Random } from '../improve/random.js';
import { type Activity, type Attendee, type Model, type Plan, type Resource, type Series } from '../model/model.js';

const DAYS = 5;
const PER_DAY = 4;

/** A week of cohorts for which a plan without any cost is known: every cohort has two sessions in a row each day, in its own room. */
export function plantedWeek(seed: number, cohorts = 8): { model: Model; plan: Plan; cost: 0 } {
  const random = new Random(seed);
  const activities: Activity[] = [];
  const attendees: Attendee[] = [];
  const series: Series[] = [];
  const plan: Plan = { start: [], choice: [] };
  const taught: number[][] = Array.from({ length: cohorts }, () => []);
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const mine: number[] = [];
    for (let day = 0; day < DAYS; day++) {
      const morning = cohort % 2 === 0;
      const first = day * PER_DAY + (morning ? 0 : 2);
      for (const slot of [first, first + 1]) {
        mine.push(activities.length);
        taught[cohort]!.push(activities.length);
        plan.start.push(slot);
        plan.choice.push(cohort);
        activities.push({ id: `cohort ${cohort} ${activities.length}`, people: 8 + random.below(5), window: [day * PER_DAY, day * PER_DAY + PER_DAY - 1], needs: [{ kind: 'room', seats: 'hard' }] });
      }
    }
    attendees.push({ id: `cohort ${cohort}`, activities: mine, agenda: 0 });
    series.push({ id: `cohort ${cohort}`, activities: mine, minDays: { days: DAYS, cost: 5 }, sameResource: { kind: 'room', cost: 1 } });
  }
  taught.forEach((list, t) => list.length > 0 && attendees.push({ id: `trainer ${t}`, activities: list }));
  const resources: Resource[] = Array.from({ length: cohorts }, (_, r) => ({ id: `room ${r}`, kind: 'room', capacity: 12 + random.below(6) }));
  const dayOf = Array.from({ length: DAYS * PER_DAY }, (_, s) => Math.floor(s / PER_DAY));
  return { model: { grid: { slots: DAYS * PER_DAY, dayOf }, activities, resources, attendees, series, relations: [], wishes: { agendas: [{ isolated: 2, gap: 1 }] } }, plan, cost: 0 };
}
