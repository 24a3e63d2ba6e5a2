import { CreateSite, InvitePerson } from '@app/identity';
import { BookRoom, CreateClosureCalendar, CreateResource, EnterLeave, SetTravelTime } from '@app/ledger';
import { SendTestMail } from '@app/messages';
import { type Actor } from '@app/platform';
import { type GetUseCase, withUseCases } from '../../apps/cli/src/use-cases.js';
import { type MadeOrganisation } from '../support/make.js';
import { type ServedApp } from '../support/served-app.js';
import { testSettings } from '../support/test-module.js';
import { must } from './must.js';
import { teach, type Teaching } from './world-courses.js';
import { type Letters, trouble } from './world-troubles.js';

/** The Monday of the week that is full. */
export const WEEK = '2026-11-23';

/** Who looks at a page: those of a centre that works, a partner of it, the manager of one that was founded today, whoever runs the installation, or nobody. */
export const viewers = {
  camille: { email: 'camille@example.org', givenName: 'Camille', familyName: 'Martin' },
  ines: { email: 'ines@example.org', givenName: 'Inès', familyName: 'Dupont' },
  samira: { email: 'samira.benali@example.org', givenName: 'Samira', familyName: 'Benali' },
  partner: { email: 'partner@example.org', givenName: 'Lise', familyName: 'Renard' },
  operator: { email: 'operator@example.org', givenName: 'Olivier', familyName: 'Claes' },
  newcomer: { email: 'newcomer@example.org', givenName: 'Noor', familyName: 'Peeters' },
} as const;
export type ViewerName = keyof typeof viewers;

const rooms = [['Auditoire', 60], ['Espace projet', 10], ['Labo 1', 16], ['Labo 2', 20], ['Labo 3', 16], ['Salle Horta', 12], ['Studio', 8]] as const;
const learners = [['Ali', 'Haddad'], ['Lena', 'Peeters'], ['Bruno', 'Van den Broeck'], ['Fatou', 'Diallo'], ['Marie-Christine', 'de Hemricourt de Grunne'], ['Théo', 'Lambert'], ['Yasmine', 'El Amrani']] as const;
const trainers = [['Samira', 'Benali'], ['Jan', 'De Smet'], ['Nadia', 'Leroy']] as const;
const bookings = [
  ['Labo 1', 0, '09:00', '12:00', 'Développement web, groupe A'], ['Labo 1', 0, '13:00', '16:30', 'Développement web, groupe A'], ['Labo 2', 0, '09:00', '12:00', 'Développement web, groupe B'],
  ['Auditoire', 1, '10:00', '12:00', 'Séance d’information'], ['Labo 1', 1, '09:00', '12:00', 'Développement web, groupe A'], ['Labo 2', 1, '13:00', '17:00', 'Cybersécurité'],
  ['Labo 2', 2, '09:00', '12:00', 'Cybersécurité'], ['Salle Horta', 2, '13:30', '15:00', 'Atelier CV et LinkedIn'], ['Labo 1', 3, '09:00', '12:00', 'IA générative'],
  ['Studio', 3, '14:00', '16:00', 'Jury de projet'], ['Auditoire', 4, '09:00', '11:00', 'Conférence'], ['Labo 2', 4, '13:00', '16:00', 'Développement web, groupe B'],
] as const;

const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Ids that addresses need. */
export interface World extends Teaching, Letters {
  readonly centreId: string;
  readonly sessionId: string;
}

/** A centre with something on every page, and one with nothing yet. */
export async function furnish(app: ServedApp): Promise<World> {
  const centre = await app.make.organisation({ name: 'Centre numérique de Mons' });
  const empty = await app.make.organisation({ name: 'Atelier de Tournai' });
  const camille = await app.make.person({ organisation: centre, roles: ['coordinator', 'manager'], ...viewers.camille });
  const ines = await app.make.person({ organisation: centre, roles: ['learner'], ...viewers.ines });
  await app.make.person({ organisation: centre, roles: ['observer'], ...viewers.partner });
  await app.make.person({ organisation: empty, roles: ['coordinator', 'manager'], ...viewers.newcomer });
  const teachers = await populate(app, centre, { names: trainers, role: 'trainer' });
  const others = await populate(app, centre, { names: learners, role: 'learner' });
  const { url: PUBLIC_URL, test } = app;
  const people = { teachers, learnerIds: [ines.id, ...others] };
  const ids = await withUseCases(testSettings({ PUBLIC_URL }), { appUrl: test.appUrl }, (get) => fill({ get, actor: app.make.actorOf(camille), centre, ...people }));
  await app.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, 'fr') on conflict do nothing`, [camille.id, camille.email]);
  return { centreId: centre.id, ...ids, ...(await trouble(app, viewers.operator, viewers.ines.email)) };
}

async function populate(app: ServedApp, organisation: MadeOrganisation, { names, role }: { readonly names: readonly (readonly [string, string])[]; readonly role: 'trainer' | 'learner' }): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [givenName, familyName] of names) {
    const email = `${givenName}.${familyName}@example.org`.toLowerCase().normalize('NFD').replace(/[^a-z.@-]/g, '');
    ids.push((await app.make.person({ organisation, roles: [role], givenName, familyName, email })).id);
  }
  return ids;
}

interface Furniture {
  readonly get: GetUseCase;
  readonly actor: Actor;
  readonly centre: MadeOrganisation;
  readonly teachers: readonly string[];
  readonly learnerIds: readonly string[];
}

async function fill({ get, actor, centre: { id: organisationId }, teachers, learnerIds }: Furniture): Promise<Omit<World, 'centreId' | keyof Letters>> {
  const zone = 'Europe/Brussels';
  const mons = must(await get(CreateSite).execute(actor, { organisationId, name: 'Mons, Grand-Place', street: 'Rue de Nimy 7', postalCode: '7000', city: 'Mons', country: 'BE', zone }));
  const namur = must(await get(CreateSite).execute(actor, { organisationId, name: 'Namur, Confluence', street: 'Avenue Baron Huart 1', postalCode: '5000', city: 'Namur', country: 'BE', zone }));
  await get(SetTravelTime).execute(actor, { organisationId, fromSiteId: mons.id, toSiteId: namur.id, minutes: 50 });
  const ids = new Map<string, string>();
  for (const [name, seats] of rooms) ids.set(name, must(await get(CreateResource).execute(actor, { organisationId, kind: 'room', siteId: mons.id, name, seats })).id);
  const book = async (room: string, day: string, [from, until, title]: readonly [string, string, string]) =>
    must(await get(BookRoom).execute(actor, { organisationId, title, resourceIds: [ids.get(room) ?? ''], startsAt: `${day}T${from}`, endsAt: `${day}T${until}` }));
  for (const [room, day, ...rest] of bookings) await book(room, plus(WEEK, day), rest);
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format();
  const session = await book('Espace projet', today, ['08:30', '12:00', 'Portes ouvertes']);
  await book('Espace projet', today, ['13:30', '23:30', 'Marathon de code']);
  await get(EnterLeave).execute(actor, { organisationId, personId: teachers[2] ?? '', startsAt: `${plus(WEEK, 2)}T00:00`, endsAt: `${plus(WEEK, 4)}T00:00`, zone });
  must(await get(CreateClosureCalendar).execute(actor, { organisationId, name: 'Jours fériés', publicHolidays: true, community: 'fr', siteIds: [mons.id] }));
  must(await get(InvitePerson).execute(actor, { organisationId, givenName: 'Zoé', familyName: 'Dubois', email: 'zoe.dubois@example.org', language: 'fr', roles: ['learner'] }));
  await get(SendTestMail).execute(actor, organisationId);
  const teaching = await teach({ get, actor, organisationId, siteId: mons.id, roomId: ids.get('Labo 3') ?? '', trainerId: teachers[0] ?? '', learnerIds, today });
  return { sessionId: session.occurrenceId, ...teaching };
}
