import { type Fault, isZone, type Language, languages } from '@app/platform';
import { textFaults } from './entered-text.js';

/** What an organisation says of itself. */
export interface OrganisationFacts {
  readonly name: string;
  /** IANA zone; sites have their own. */
  readonly zone: string;
  /** Languages that people of this organisation may choose. */
  readonly languages: readonly Language[];
  readonly defaultLanguage: Language;
}

/** Reasons besides those of texts: zone.unknown, languages.none, value.unknown, language.not-among. */
export function organisationFaults(facts: OrganisationFacts): readonly Fault[] {
  const faults = [...textFaults(facts.name, { field: 'name', max: 200, required: true })];
  if (!isZone(facts.zone)) faults.push({ field: 'zone', reason: 'zone.unknown', values: { zone: facts.zone } });
  if (facts.languages.length === 0) faults.push({ field: 'languages', reason: 'languages.none' });
  facts.languages.forEach((language, index) => {
    if (!languages.includes(language)) faults.push({ field: `languages.${index}`, reason: 'value.unknown', values: { language } });
  });
  if (!facts.languages.includes(facts.defaultLanguage)) faults.push({ field: 'defaultLanguage', reason: 'language.not-among' });
  return faults;
}
