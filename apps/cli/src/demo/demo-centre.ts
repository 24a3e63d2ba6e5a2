import { type Language, type Role } from '@app/platform';

/** The demo centre as data: made-up people and places of an ordinary training provider with five sites. */
export interface DemoPersonFacts {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly site: string;
}

export interface DemoBooking {
  readonly title: string;
  readonly rooms: readonly string[];
  /** Days from the Monday of the week in which the demo is loaded, of the next one at a weekend. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly trainer?: string;
  readonly expert?: string;
  readonly learners?: readonly string[];
  readonly seats?: number;
}

export const centre = { name: 'Centre de démonstration', zone: 'Europe/Brussels', languages: ['fr', 'nl', 'de', 'en'], defaultLanguage: 'fr' } as const;

export const MAIL_DOMAIN = 'demo.example.org';

export const sites = [
  { key: 'mons', name: 'Mons', street: 'Rue de l’Exemple 12', postalCode: '7000', city: 'Mons', directions: 'Entrée par la cour, deuxième étage. Sonnette « Tremplin ».' },
  { key: 'bruxelles', name: 'Bruxelles-BeCentral', street: 'Passage du Modèle 10', postalCode: '1000', city: 'Bruxelles', directions: 'Au-dessus de la gare, monter l’escalier de verre.' },
  { key: 'gent', name: 'Gent', street: 'Voorbeeldstraat 7', postalCode: '9000', city: 'Gent', directions: 'Tram 1, halte Voorbeeld; derde deur links.' },
  { key: 'liege', name: 'Liège', street: 'Quai de l’Essai 3', postalCode: '4000', city: 'Liège', directions: 'Au bord de l’eau, à dix minutes à pied de la gare.' },
  { key: 'charleroi', name: 'Charleroi', street: 'Boulevard du Modèle 5', postalCode: '6000', city: 'Charleroi', directions: 'À cinq minutes à pied de la gare.', hostedBy: 'Pépinière d’entreprises' },
] as const;

/** Door to door, by train and on foot. */
export const travel = [
  { from: 'mons', to: 'charleroi', minutes: 55 },
  { from: 'mons', to: 'bruxelles', minutes: 75 },
  { from: 'bruxelles', to: 'gent', minutes: 50 },
  { from: 'bruxelles', to: 'liege', minutes: 80 },
  { from: 'charleroi', to: 'bruxelles', minutes: 70 },
] as const;

export const rooms = [
  { key: 'mons-1', site: 'mons', name: 'Local 1', seats: 16, features: ['projecteur', 'tableau blanc'] },
  { key: 'mons-2', site: 'mons', name: 'Local 2', seats: 12, features: ['écran'] },
  { key: 'mons-lab', site: 'mons', name: 'Labo', seats: 20, shared: true, features: ['20 postes', 'imprimante 3D'] },
  { key: 'bruxelles-1', site: 'bruxelles', name: 'Salle Nord', seats: 18, features: ['projecteur'] },
  { key: 'gent-1', site: 'gent', name: 'Lokaal 1', seats: 14, features: ['scherm'] },
  { key: 'liege-1', site: 'liege', name: 'Salle Meuse', seats: 15, features: ['projecteur'] },
  { key: 'charleroi-a', site: 'charleroi', name: 'Salle A', seats: 14, features: ['projecteur'] },
  { key: 'charleroi-b', site: 'charleroi', name: 'Atelier', seats: 10, features: ['établis'] },
] as const;

export const equipment = [
  { key: 'laptops', site: 'mons', name: 'Chariot de 12 portables' },
  { key: 'camera', site: 'charleroi', name: 'Kit de visioconférence' },
] as const;

export const people: readonly DemoPersonFacts[] = [
  { key: 'coordinator', givenName: 'Camille', familyName: 'Lambert', language: 'fr', roles: ['coordinator'], site: 'mons' },
  { key: 'manager', givenName: 'Nora', familyName: 'Peeters', language: 'nl', roles: ['manager'], site: 'mons' },
  { key: 'trainer', givenName: 'Youssef', familyName: 'Amrani', language: 'fr', roles: ['trainer'], site: 'mons' },
  { key: 'trainer2', givenName: 'Sofie', familyName: 'Claes', language: 'nl', roles: ['trainer'], site: 'charleroi' },
  { key: 'trainer3', givenName: 'Hanne', familyName: 'De Wit', language: 'nl', roles: ['trainer'], site: 'gent' },
  { key: 'expert', givenName: 'Lukas', familyName: 'Weber', language: 'de', roles: ['expert'], site: 'mons' },
  { key: 'learner', givenName: 'Zoé', familyName: 'Dubois', language: 'fr', roles: ['learner'], site: 'mons' },
  { key: 'learner2', givenName: 'Tom', familyName: 'Janssens', language: 'nl', roles: ['learner'], site: 'mons' },
  { key: 'learner3', givenName: 'Aïcha', familyName: 'Diallo', language: 'fr', roles: ['learner'], site: 'mons' },
  { key: 'learner4', givenName: 'Mateusz', familyName: 'Nowak', language: 'en', roles: ['learner'], site: 'charleroi' },
  { key: 'learner5', givenName: 'Lina', familyName: 'Moretti', language: 'fr', roles: ['learner'], site: 'charleroi' },
  { key: 'learner6', givenName: 'Jonas', familyName: 'Schmitz', language: 'de', roles: ['learner'], site: 'charleroi' },
  { key: 'observer', givenName: 'Inès', familyName: 'Renard', language: 'fr', roles: ['observer'], site: 'mons' },
  ...moreLearners('mons', 'm', ['Elif Kaya', 'Bastien Noël', 'Grâce Mbala', 'Ruben Maes', 'Chloé Petit', 'Omar Haddad', 'Sacha Leroy', 'Ivana Petrova']),
  ...moreLearners('charleroi', 'c', ['Nadia Ferrari', 'Hugo Baert', 'Fatou Ndiaye', 'Théo Simon', 'Agnieszka Zielińska', 'Karim Belkacem']),
];

function moreLearners(site: string, prefix: string, names: readonly string[]): readonly DemoPersonFacts[] {
  return names.map((name, index) => {
    const [givenName = '', familyName = ''] = name.split(' ');
    return { key: `learner-${prefix}${index + 1}`, givenName, familyName, language: 'fr', roles: ['learner'], site };
  });
}

/** Whose sign-in is printed: one for each role. */
export const signIns = ['coordinator', 'manager', 'trainer', 'expert', 'learner', 'observer'] as const;

const charleroiGroup = ['learner4', 'learner5', 'learner6'];
const weekdays = [0, 1, 2, 3, 4];

/** What stands beside the sessions of cohorts, in two weeks as a coordinator would find them on a Monday morning. */
export const bookings: readonly DemoBooking[] = [
  { title: 'Atelier projets', rooms: ['charleroi-b'], days: [2, 9], from: '13:00', to: '17:00', trainer: 'trainer2', learners: charleroiGroup },
  { title: 'Labo libre', rooms: ['mons-lab'], days: weekdays, from: '16:30', to: '18:30', seats: 8 },
  { title: 'Coaching : mon projet d’entreprise', rooms: ['mons-2'], days: [4, 11], from: '10:00', to: '10:45', expert: 'expert', learners: ['learner'] },
  { title: 'Séance d’information', rooms: ['mons-1'], days: [4, 11], from: '14:00', to: '16:00' },
  { title: 'Masterclass : accessibilité', rooms: ['mons-1', 'laptops'], days: [10], from: '13:30', to: '16:30', trainer: 'trainer' },
];

/** A room that is held while somebody makes up his mind. */
export const hold: DemoBooking = { title: 'Option : entreprise partenaire', rooms: ['charleroi-a'], days: [11], from: '09:00', to: '17:00' };
export const HOLD_MINUTES = 3 * 24 * 60;

/** The expert's word; coaching is booked inside. */
export const expertHours = [
  { weekday: 3, opens: '17:00', closes: '20:00' },
  { weekday: 5, opens: '09:00', closes: '12:00' },
] as const;

