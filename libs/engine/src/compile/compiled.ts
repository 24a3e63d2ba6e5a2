import { type Model } from '../model/model.js';

/** Lists of whole numbers, one after the other: list i is `items[from[i] .. from[i + 1])`. */
export interface Lists {
  from: Int32Array;
  items: Int32Array;
}

/** The model as typed arrays: all that the search reads. */
export interface Compiled {
  model: Model;
  activities: number;
  slots: number;
  days: number;
  resources: number;
  needs: number;
  dayOf: Int32Array;
  weekOf: Int32Array;
  weeks: number;
  /** First slot of each day, one more at the end. */
  dayFrom: Int32Array;
  duration: Int32Array;
  people: Int32Array;
  site: Int32Array;
  /** All activities last one slot and no pause is asked between neighbours: clashes are equal starts. */
  unit: boolean;
  unplacedCost: Int32Array;
  /** Slots in which each activity may start. */
  domain: Lists;
  /** Cost of each start (activity × slot), -1 where it may not start. */
  startCost: Int32Array;
  /** First need of each activity, one more at the end. */
  needFrom: Int32Array;
  needOwner: Int32Array;
  /** Resources that can serve each need. */
  candidates: Lists;
  /** Cost of each resource (need × resource), -1 where it cannot serve. */
  useCost: Int32Array;
  graph: Graph;
  /** Cost per person of two starts (slot × slot); empty when nothing asks for distance. */
  proximity: Int32Array;
  relations: Relations;
  /** Relations of each activity. */
  relationsOf: Lists;
  resource: ResourceTable;
  agenda: AgendaTable;
  series: SeriesTable;
  /** Groups of activities that hard relations hold in one slot. */
  together: Lists;
  groupOf: Int32Array;
  /** Which resource kinds only need to be free: no cost, no stability, no length decides among them. */
  features: Features;
}

/** Who shares people with whom. Neighbours of a: `to[from[a] .. from[a + 1])`, rising. */
export interface Graph {
  from: Int32Array;
  to: Int32Array;
  /** Free slots needed between the two on one day; -1 when they may overlap. */
  gap: Int32Array;
  /** People who want the two apart. */
  weight: Int32Array;
  /** One bit per pair that may not overlap; empty for large models. */
  bits: Uint32Array;
}

export const RELATION_KINDS = ['before', 'sameSlot', 'differentSlot', 'sameDay', 'differentDay'] as const;

export interface Relations {
  kind: Uint8Array;
  a: Int32Array;
  b: Int32Array;
  lag: Int32Array;
  /** -1: hard. */
  cost: Int32Array;
}

export interface ResourceTable {
  kind: Int32Array;
  kinds: string[];
  shared: Uint8Array;
  seats: Int32Array;
  site: Int32Array;
  buffer: Int32Array;
  /** resource × slot: 1 where it is closed. */
  closed: Uint8Array;
  /** Overlaps must be looked up per day (durations, buffers, travel), not per slot. */
  timed: Uint8Array;
  maxPerDay: Int32Array;
  maxPerWeek: Int32Array;
  fairness: Int32Array;
}

/** Attendees whose days are judged or limited. */
export interface AgendaTable {
  count: number;
  people: Int32Array;
  wish: Int32Array;
  maxPerDay: Int32Array;
  /** Judged attendees of each activity. */
  of: Lists;
}

export interface SeriesTable {
  count: number;
  of: Lists;
  minDays: Int32Array;
  minDaysCost: Int32Array;
  resourceKind: Int32Array;
  resourceCost: Int32Array;
}

/** Properties of a model that choose among ways of searching. */
export interface Features {
  /** Average number of neighbours. */
  degree: number;
  /** Share of pairs that may not overlap. */
  density: number;
  /** Exactly one need each, served by one activity at a time: places are cells of a slot × resource table. */
  cells: boolean;
  /** Rooms are a matter of fit only: any matching is as good as any other. */
  freeRooms: boolean;
  shared: boolean;
  noNeeds: boolean;
}

export const NO_LIMIT = 1_000_000_000;

/** Packs lists of numbers. */
export function packLists(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (from[i + 1] = from[i]! + list.length));
  const items = new Int32Array(from[lists.length]!);
  lists.forEach((list, i) => items.set(list, from[i]));
  return { from, items };
}
