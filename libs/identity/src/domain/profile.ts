import { type Fault, type Language, languages, mailAddress } from '@app/platform';
import { textFaults, tidyLine } from './entered-text.js';

/** What one organisation knows of a human. */
export interface ProfileFacts {
  readonly givenName: string;
  readonly familyName?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly language?: Language;
  /** The organisation's own number or code for the person. */
  readonly reference?: string | null;
  /** Where the person usually is. */
  readonly siteId?: string | null;
}

// Digits with the signs people write between them, an optional + in front and an extension behind.
const PHONE = /^\+?[\d\s()./-]{5,30}(\s?(x|ext\.?)\s?\d{1,6})?$/i;

/** Reasons besides those of texts: email.malformed, phone.malformed, value.unknown. */
export function profileFaults(profile: ProfileFacts): readonly Fault[] {
  const faults = [
    ...textFaults(profile.givenName, { field: 'givenName', max: 100, required: true }),
    ...textFaults(profile.familyName, { field: 'familyName', max: 100 }),
    ...textFaults(profile.reference, { field: 'reference', max: 100 }),
  ];
  if (profile.email?.trim() && !mailAddress(profile.email)) faults.push({ field: 'email', reason: 'email.malformed' });
  if (profile.phone?.trim() && !PHONE.test(profile.phone.trim())) faults.push({ field: 'phone', reason: 'phone.malformed' });
  if (profile.language && !languages.includes(profile.language)) faults.push({ field: 'language', reason: 'value.unknown', values: { language: profile.language } });
  return faults;
}

/** A faultless profile as it is kept: tidy lines, blank ones as null, the address with its domain in lower case. */
export function tidyProfile<T extends ProfileFacts>(profile: T): T {
  return {
    ...profile,
    givenName: tidyLine(profile.givenName),
    familyName: tidyLine(profile.familyName) ?? '',
    email: profile.email?.trim() ? mailAddress(profile.email) : null,
    phone: tidyLine(profile.phone) ?? null,
    reference: tidyLine(profile.reference) ?? null,
  };
}
