import { type TrailRow } from '@app/identity';
import { type TrailEntryType } from './trail.types.js';

/** Facts and words differ from act to act: programs get them as JSON. */
export function shownEntry(row: TrailRow): TrailEntryType {
  return { ...row, facts: JSON.stringify(row.facts), personal: row.personal && JSON.stringify(row.personal) };
}
