/** Zones of the countries around us first; whoever needs another one gets it by the API. */
const near = ['Europe/Brussels', 'Europe/Paris', 'Europe/Luxembourg', 'Europe/Amsterdam', 'Europe/Berlin', 'Europe/London', 'Europe/Lisbon', 'Europe/Madrid', 'Europe/Rome', 'Africa/Casablanca', 'Africa/Kinshasa', 'Africa/Dakar', 'UTC'];

/** Choices for a zone; the one that is set stands among them, whichever it is. */
export const zones = (current: string): readonly { readonly id: string; readonly name: string }[] => [...new Set([...near, current])].map((zone) => ({ id: zone, name: zone.replaceAll('_', ' ') }));
