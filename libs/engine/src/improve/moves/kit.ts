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
  const { cells, freeRooms } = state.compiled.features;
  const entries = cells && !freeRooms ? cellMoves(state, places, random) : freeMoves(state, places, random);
  if (state.compiled.unit) entries.push([new Kempe(state, places, random), state.compiled.features.noNeeds ? 0.4 : 0.03]);
  return { moves: entries.map(([move]) => move), shares: entries.map(([, share]) => share) };
}

/** Places are cells of a table: whoever is there changes places. */
function cellMoves(state: State, places: Places, random: Random): [Move, number][] {
  const cell = new Cell('cell', state, places, random);
  const gather = new Gather(state, cell, random);
  const entries: [Move, number][] = [
    [cell, 0.2],
    [new Cell('slot', state, places, random), 0.38],
    [new Cell('free', state, places, random), 0.25],
    [new Cell('resource', state, places, random), 0.16],
  ];
  if (gather.useful) entries.push([gather, 0.01]);
  return entries;
}

function freeMoves(state: State, places: Places, random: Random): [Move, number][] {
  const { features, unit, model } = state.compiled;
  const entries: [Move, number][] = [
    [new Relocate(state, places, random), 0.7],
    [new Swap(state, places, random), features.noNeeds ? 0.02 : 0.15],
  ];
  if (!features.noNeeds && !features.freeRooms) entries.push([new OtherResource(state, places, random), 0.1]);
  if (unit && model.relations.length === 0) entries.push([new ExchangeSlots(state, places, random), 0.002]);
  return entries;
}
