import { Random } from '../improve/random.js';
import { type Activity, type Attendee, type Model, type Resource } from '../model/model.js';

const WEEKS = 12;
const DAYS = WEEKS * 5;
const PER_DAY = 4;
const SITES = 8;
const SUBJECTS = 12;

/** A centre of eight sites, 60 trainers, 40 cohorts of twelve weeks with 20 learners each, holidays; six sessions a week and cohort. */
export function schoolCentre(seed: number, { trainers = 60, cohorts = 40, sessionsPerWeek = 6 } = {}): Model {
  const random = new Random(seed);
  const slots = DAYS * PER_DAY;
  const holidays = Array.from({ length: 3 }, () => random.below(DAYS)).flatMap((day) => [0, 1, 2, 3].map((t) => day * PER_DAY + t));
  const resources = [...rooms(random, holidays), ...staff(random, trainers, holidays, slots)];
  const activities: Activity[] = [];
  const attendees: Attendee[] = [];
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const mine = Array.from({ length: WEEKS * sessionsPerWeek }, (_, i) => activities.length + i);
    attendees.push({ id: `cohort ${cohort}`, activities: mine, people: 20, maxPerDay: 3, agenda: 0, closed: holidays });
    mine.forEach((_, i) => {
      const week = Math.floor(i / sessionsPerWeek);
      const features = [`subject ${random.below(SUBJECTS)}`];
      const first = week * 5 * PER_DAY;
      activities.push({ id: `cohort ${cohort} session ${i}`, people: 20, site: cohort % SITES, window: [first, first + 5 * PER_DAY - 1], needs: [{ kind: 'room', seats: 'hard' }, { kind: 'trainer', features }] });
    });
  }
  const travel = Array.from({ length: SITES }, (_, a) => Array.from({ length: SITES }, (_, b) => (a === b ? 0 : 1)));
  return {
    grid: { slots, dayOf: Array.from({ length: slots }, (_, s) => Math.floor(s / PER_DAY)), weekOf: Array.from({ length: DAYS }, (_, d) => Math.floor(d / 5)) },
    activities, resources, attendees, travel, series: [], relations: [],
    wishes: { agendas: [{ isolated: 2, gap: 3 }], travel: 5, fairness: [{ kind: 'trainer', cost: 1 }] },
  };
}

function rooms(random: Random, closed: number[]): Resource[] {
  return Array.from({ length: SITES * 4 }, (_, r) => ({ id: `room ${r}`, kind: 'room', site: r % SITES, capacity: 20 + random.below(11), closed }));
}

function staff(random: Random, many: number, holidays: number[], slots: number): Resource[] {
  return Array.from({ length: many }, (_, t) => {
    const away = random.below(5);
    const absent = Array.from({ length: slots }, (_, s) => s).filter((s) => Math.floor(s / PER_DAY) % 5 === away);
    const features = [...new Set([t % SUBJECTS, random.below(SUBJECTS), random.below(SUBJECTS)])].map((subject) => `subject ${subject}`);
    return { id: `trainer ${t}`, kind: 'trainer', features, closed: [...new Set([...holidays, ...absent])], maxPerDay: 3, maxPerWeek: 12 };
  });
}
