import { type Places } from '../places.js';
import { type Random } from '../random.js';
import { type State } from '../state.js';
import { Cell } from './cell.js';
import { Gather } from './gather.js';
import { Kempe } from './kempe.js';
import { type Move } from './move.js';
import { Relocate } from './relocate.js';
import { OtherResource } from './resource.js';
import { ExchangeSlots } from './slots.js';
import { Swap } from './swap.js';

export interface Kit {
  moves: Move[];
  /** Shares to begin with. */
  shares: number[];
}

/** The moves that make sense for a model, by its features. */
export function kitFor(state: State, places: Places, random: Random): Kit {
  const { features, unit, model } = state.compiled;
  const entries: [Move, number][] = [];
  const cell = new Cell('cell', state, places, random);
  const gather = new Gather(state, cell, random);
  if (features.cells) entries.push([cell, 0.7], [new Cell('room', state, places, random), 0.2]);
  else entries.push([new Relocate(state, places, random), 0.7]);
  if (features.cells && gather.useful) entries.push([gather, 0.01]);
  if (!features.cells && !features.noNeeds) entries.push([new OtherResource(state, places, random), 0.1]);
  if (!features.cells) entries.push([new Swap(state, places, random), features.noNeeds ? 0.02 : 0.15]);
  if (unit) entries.push([new Kempe(state, places, random), features.noNeeds ? (globalThis as never as {K:number}).K ?? 0.1 : 0.03]);
  if (unit && !features.cells && model.relations.length === 0) entries.push([new ExchangeSlots(state, places, random), (globalThis as never as {S:number}).S ?? 0.001]);
  return { moves: entries.map(([move]) => move), shares: entries.map(([, share]) => share) };
}
