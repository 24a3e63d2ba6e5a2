import { type Fault, isZone } from '@app/platform';
import { textFaults, tidyLine } from './entered-text.js';

/** A place with an address and the zone whose wall clock hangs there. */
export interface SiteFacts {
  readonly name: string;
  readonly street?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  /** How to find the door; may have several lines. */
  readonly directions?: string | null;
  readonly zone: string;
  /** Name of the partner in whose house it is. */
  readonly hostedBy?: string | null;
}

const MOST_DIRECTIONS = 2_000;

/** Reasons besides those of texts: zone.unknown, country.unknown. */
export function siteFaults(facts: SiteFacts): readonly Fault[] {
  const faults = [
    ...textFaults(facts.name, { field: 'name', max: 200, required: true }),
    ...textFaults(facts.street, { field: 'street', max: 200 }),
    ...textFaults(facts.postalCode, { field: 'postalCode', max: 20 }),
    ...textFaults(facts.city, { field: 'city', max: 100 }),
    ...textFaults(facts.hostedBy, { field: 'hostedBy', max: 200 }),
  ];
  if ((facts.directions ?? '').length > MOST_DIRECTIONS) faults.push({ field: 'directions', reason: 'text.too-long', values: { max: MOST_DIRECTIONS } });
  if (!isCountry(facts.country)) faults.push({ field: 'country', reason: 'country.unknown', values: { country: facts.country } });
  if (!isZone(facts.zone)) faults.push({ field: 'zone', reason: 'zone.unknown', values: { zone: facts.zone } });
  return faults;
}

/** True for a code that Node's own region names know ("BE"); "ZZ" stands for an unknown region there. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ') return false;
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

/** A faultless site as it is kept. */
export function tidySite<T extends SiteFacts>(site: T): T {
  return {
    ...site,
    name: tidyLine(site.name),
    street: tidyLine(site.street),
    postalCode: tidyLine(site.postalCode),
    city: tidyLine(site.city),
    directions: site.directions?.trim() || null,
    hostedBy: tidyLine(site.hostedBy),
  };
}
