import { type Fault } from '@app/platform';
import { textFaults, tidyLine } from '@app/identity';

/** What a room or a piece of equipment is. */
export interface ResourceFacts {
  readonly name: string;
  readonly siteId: string;
  /** People that fit in, or pieces of a set; null where nobody counts them. */
  readonly seats?: number | null;
  /** Several groups may share it, each with its number of seats. */
  readonly shared?: boolean;
  /** Free words: "projector", "wheelchair access". */
  readonly features?: readonly string[];
}

const MOST_SEATS = 10_000;
const MOST_FEATURES = 50;

/** Reasons besides those of texts: seats.count, seats.needed-to-share, features.too-many. */
export function resourceFaults(facts: ResourceFacts): readonly Fault[] {
  const { features = [] } = facts;
  const faults: Fault[] = [...textFaults(facts.name, { field: 'name', max: 200, required: true }), ...seatFaults(facts)];
  if (features.length > MOST_FEATURES) faults.push({ field: 'features', reason: 'features.too-many', values: { max: MOST_FEATURES } });
  features.forEach((feature, index) => faults.push(...textFaults(feature, { field: `features.${index}`, max: 60, required: true })));
  return faults;
}

function seatFaults({ seats, shared }: ResourceFacts): readonly Fault[] {
  if (seats === undefined || seats === null) return shared ? [{ field: 'seats', reason: 'seats.needed-to-share' }] : [];
  return Number.isInteger(seats) && seats >= 1 && seats <= MOST_SEATS ? [] : [{ field: 'seats', reason: 'seats.count', values: { max: MOST_SEATS } }];
}

/** Faultless facts as they are kept: one spelling of each feature. */
export function tidyResource<T extends ResourceFacts>(facts: T): T & Required<Omit<ResourceFacts, 'seats'>> & { seats: number | null } {
  const features = [...new Map((facts.features ?? []).map((feature) => [tidyLine(feature).toLowerCase(), tidyLine(feature)])).values()];
  return { ...facts, name: tidyLine(facts.name), seats: facts.seats ?? null, shared: facts.shared ?? false, features };
}
