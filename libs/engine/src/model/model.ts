/**
 * What the engine plans. All times are slot numbers of one grid, all references are positions in the arrays of this object;
 * all costs are whole numbers, smaller is better. The caller keeps zones, names and dates.
 */
export interface Model {
  grid: Grid;
  activities: Activity[];
  resources: Resource[];
  attendees: Attendee[];
  series: Series[];
  relations: Relation[];
  wishes: Wishes;
  /** Slots needed to go from one site to another on the same day: `travel[from][to]`. */
  travel?: number[][];
  /** The plan that people know: every departure from it costs (`wishes.change`). */
  published?: Plan;
}

/** Slots are numbered through all days; slots of one day stand together. A night or a weekend lies between two days. */
export interface Grid {
  slots: number;
  /** Day of every slot, rising. */
  dayOf: number[];
  /** Week of every day, rising. Without it all days belong to one week. */
  weekOf?: number[];
  /** Minutes that an activity in the slot may last. Without it every length fits. */
  minutes?: number[];
  /** What it costs, per activity, to use the slot. */
  penalty?: number[];
}

/** Something that needs a start and resources. */
export interface Activity {
  id: string;
  /** Slots it lasts, within one day. Default 1. */
  duration?: number;
  /** Minutes it lasts inside its slot: must fit `grid.minutes`; different lengths in one room can cost. */
  minutes?: number;
  /** People who sit in it. */
  people: number;
  /** Slots in which it may not start, though the grid would allow it. */
  closed?: number[];
  /** First and last slot in which it may start. */
  window?: [number, number];
  /** Extra cost of starting in a slot: pairs of slot and cost. */
  startCost?: [number, number][];
  /** Where it is held: only resources of this site (or of none) can serve, and people travel to it. */
  site?: number;
  needs: Need[];
  /** May share its room with nobody. */
  alone?: boolean;
  /** A start that is not to be changed, with its resources (one for each need) when these are fixed too. */
  pin?: { start: number; choice?: number[] };
  /** Cost when it finds no place, as a multiple of `wishes.unplaced`. Default 1. */
  priority?: number;
}

/** One resource that an activity takes: one of a kind, chosen by the engine. */
export interface Need {
  kind: string;
  /** Equipment of a room, qualifications of a trainer: all are needed. */
  features?: string[];
  /** Only these resources may serve. */
  among?: number[];
  /** `hard`: people must fit. `soft`: each person too many costs. `none`: seats do not matter. Default `none`. */
  seats?: 'hard' | 'soft' | 'none';
  /** Cost of particular resources: pairs of resource and cost. */
  cost?: [number, number][];
}

/** A room, a trainer, a car: serves one activity at a time, or as many people as it has seats. */
export interface Resource {
  id: string;
  kind: string;
  /** Seats. */
  capacity?: number;
  /** Several activities may be in it at once while seats last. Asks for activities of one slot. */
  shared?: boolean;
  features?: string[];
  site?: number;
  /** Slots in which it is away or closed. */
  closed?: number[];
  /** Slots it needs free between two activities of one day. */
  buffer?: number;
  /** Most slots on one day, in one week. */
  maxPerDay?: number;
  maxPerWeek?: number;
  /** What each use costs. */
  penalty?: number;
}

/** Who must be there: a person, several people with the same activities, a fixed trainer, a curriculum. Never in two places at once. */
export interface Attendee {
  id: string;
  activities: number[];
  /** People behind it. Default 1. */
  people?: number;
  closed?: number[];
  buffer?: number;
  maxPerDay?: number;
  /** Which of `wishes.agendas` its days are judged by. */
  agenda?: number;
  /** Its activities should lie apart as `wishes.proximity` says, counted by people. */
  apart?: boolean;
}

/** Activities of one course. */
export interface Series {
  id: string;
  activities: number[];
  /** Should touch at least so many days; each missing day costs. */
  minDays?: { days: number; cost: number };
  /** Should keep one resource of the kind; each further one costs. */
  sameResource?: { kind: string; cost: number };
}

/** `before`: b starts at the earliest `lag` slots after a ended. A relation without cost is hard. */
export interface Relation {
  kind: 'before' | 'sameSlot' | 'differentSlot' | 'sameDay' | 'differentDay';
  a: number;
  b: number;
  lag?: number;
  cost?: number;
}

/** How the day of an attendee is judged; counted in slots on which it has something. */
export interface AgendaWish {
  /** Per slot without a neighbour on the day. */
  isolated?: number;
  /** Per third and further slot in a row. */
  thirdInRow?: number;
  /** Per day with a single slot. */
  single?: number;
  /** Per free slot between two others. */
  gap?: number;
}

/** The weights. All default to 0: what is not asked for costs nothing. */
export interface Wishes {
  agendas?: AgendaWish[];
  /** Cost per person with activities d slots apart (index d), day borders ignored. */
  proximity?: number[];
  /** Cost per person with two activities on one day: in neighbouring slots, and further apart. */
  sameDay?: { next: number; apart: number };
  /** Per person without a seat (needs with `seats: 'soft'`). */
  seatOverflow?: number;
  /** Per seat that stays empty. */
  seatWaste?: number;
  /** Per further length of activities that share a room. */
  mixedLength?: number;
  /** Per activity, of the `largest` largest, in one of the last `lastSlots` slots. */
  lateLarge?: { largest: number; lastSlots: number; cost: number };
  /** Cost times the square of the slots that each resource of the kind serves. */
  fairness?: { kind: string; cost: number }[];
  /** Per pair of activities that one resource serves on one day at different sites. */
  travel?: number;
  /** Against `published`, per person told of another start, and per person and need of another resource; double when the old or the new start lies before `now + noticeSlots`. `each` is added per activity with another start, however few are told. */
  change?: { start: number; resource: number; each?: number; now?: number; noticeSlots?: number };
  /** Per activity without a place, times its priority. Default 1000. */
  unplaced?: number;
}

/** Where everything goes: start slot of each activity (-1 none); resource of each need, needs counted through all activities (-1 none). */
export interface Plan {
  start: number[];
  choice: number[];
}

/** Position in `Plan.choice` of the first need of each activity, one more entry at the end. */
export function needOffsets(model: Pick<Model, 'activities'>): Int32Array {
  const offsets = new Int32Array(model.activities.length + 1);
  model.activities.forEach((activity, a) => {
    offsets[a + 1] = offsets[a]! + activity.needs.length;
  });
  return offsets;
}

/** Cost of an activity that finds no place. */
export function unplacedCost(model: Model, activity: Activity): number {
  return (activity.priority ?? 1) * (model.wishes.unplaced ?? 1000);
}

/** Days of the grid. */
export function dayCount(grid: Grid): number {
  return grid.slots === 0 ? 0 : grid.dayOf[grid.slots - 1]! + 1;
}
