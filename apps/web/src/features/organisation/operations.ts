import {
  AddClosureDocument,
  ArchiveResourceDocument,
  ArchiveSiteDocument,
  ClosureCalendarsDocument,
  type ClosureCalendarsQuery,
  type Community,
  CreateClosureCalendarDocument,
  CreateEquipmentDocument,
  CreateRoomDocument,
  CreateSiteDocument,
  ImportClosuresDocument,
  OrganisationFactsDocument,
  type OrganisationFactsQuery,
  OrganisationSitesDocument,
  type OrganisationSitesQuery,
  RemoveClosureDocument,
  RemoveDemoDocument,
  SetTravelTimeDocument,
  SiteThingsDocument,
  type SiteThingsQuery,
  TravelTimesDocument,
  type TravelTimesQuery,
  UpdateClosureCalendarDocument,
  UpdateOrganisationDocument,
  type UpdateOrganisationMutationVariables,
  UpdateResourceDocument,
  UpdateSiteDocument,
} from '~/generated/organisation/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type OrganisationFacts = Extract<OrganisationFactsQuery['organisation'], { readonly __typename: 'Organisation' }>;
export type Site = Extract<OrganisationSitesQuery['sites'], { readonly __typename: 'SiteList' }>['sites'][number];
export type Thing = SiteThingsQuery['rooms']['nodes'][number];
export type ClosureCalendar = ClosureCalendarsQuery['closureCalendars'][number];
export type TravelTime = TravelTimesQuery['travelTimes'][number];
export type { Community };

/** Bookings that a closure now lies over. */
export interface Hits {
  readonly hits: readonly { readonly title: string | null; readonly siteName: string }[];
}

export const useOrganisation = (organisationId: string): Read<OrganisationFacts> =>
  readOf(useRead(OrganisationFactsDocument, { organisationId }), ({ organisation }) => ('id' in organisation ? organisation : undefined));
export const useSites = (organisationId: string): Read<readonly Site[]> => readOf(useRead(OrganisationSitesDocument, { organisationId }), ({ sites }) => ('sites' in sites ? sites.sites : undefined));
export const useThings = (organisationId: string, siteId: string): Read<readonly Thing[]> =>
  readOf(useRead(SiteThingsDocument, { organisationId, siteId }), ({ rooms, equipment }) => [...rooms.nodes, ...equipment.nodes]);
export const useClosureCalendars = (organisationId: string, year: number): Read<readonly ClosureCalendar[]> =>
  readOf(useRead(ClosureCalendarsDocument, { organisationId, year }), ({ closureCalendars }) => closureCalendars);
export const useTravelTimes = (organisationId: string): Read<readonly TravelTime[]> => readOf(useRead(TravelTimesDocument, { organisationId }), ({ travelTimes }) => travelTimes);

type Change<T = unknown> = Promise<Answer<T>>;
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

type Rules = Omit<UpdateOrganisationMutationVariables['input'], 'organisationId' | 'expectedVersion'>;
/** Changes a part of the centre's own facts; what is not named stays. */
export const saveOrganisation = async (organisationId: string, expectedVersion: number, rules: Rules): Change<{ readonly version: number }> =>
  answerOf((await mutate(UpdateOrganisationDocument, { input: { organisationId, expectedVersion, ...rules } })).updateOrganisation);

export interface SiteDraft {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly zone: string;
  readonly directions: string;
  readonly hostedBy: string;
}

/** Writes a new site, or what changed of one that stands. */
export async function saveSite(organisationId: string, site: Site | undefined, draft: SiteDraft): Change {
  const { name, country, zone } = draft;
  const facts = { name, country, zone, street: orNull(draft.street), postalCode: orNull(draft.postalCode), city: orNull(draft.city), directions: orNull(draft.directions), hostedBy: orNull(draft.hostedBy) };
  if (!site) return answerOf((await mutate(CreateSiteDocument, { input: { organisationId, ...facts } })).createSite);
  return answerOf((await mutate(UpdateSiteDocument, { input: { siteId: site.id, expectedVersion: site.version, ...facts } })).updateSite);
}

export const archiveSite = async (site: Site): Change => answerOf((await mutate(ArchiveSiteDocument, { input: { siteId: site.id, expectedVersion: site.version, archived: true } })).archiveSite);

export interface ThingDraft {
  readonly name: string;
  readonly seats: number;
  readonly shared: boolean;
  readonly features: string;
}

export interface ThingPlace {
  readonly organisationId: string;
  readonly siteId: string;
  readonly kind: Thing['kind'];
  readonly thing?: Thing;
}

/** "écran, PC portables" → two features. */
const featuresOf = (text: string): readonly string[] => text.split(',').map((feature) => feature.trim()).filter(Boolean);

export async function saveThing({ organisationId, siteId, kind, thing }: ThingPlace, draft: ThingDraft): Change {
  const facts = { name: draft.name, seats: Number.isNaN(draft.seats) ? null : draft.seats, shared: draft.shared, features: featuresOf(draft.features) };
  if (thing) return answerOf((await mutate(UpdateResourceDocument, { input: { resourceId: thing.id, expectedVersion: thing.version, ...facts } })).updateResource);
  const input = { organisationId, siteId, ...facts };
  if (kind === 'EQUIPMENT') return answerOf((await mutate(CreateEquipmentDocument, { input })).createEquipment);
  return answerOf((await mutate(CreateRoomDocument, { input })).createRoom);
}

export const archiveThing = async (thing: Thing): Change => answerOf((await mutate(ArchiveResourceDocument, { input: { resourceId: thing.id, expectedVersion: thing.version } })).archiveResource);

export interface CalendarDraft {
  readonly name: string;
  readonly publicHolidays: boolean;
  readonly community: Community | 'none' | null;
  readonly siteIds: readonly string[];
}

const communityOf = (choice: CalendarDraft['community']): Community | null => (choice === 'none' ? null : choice);

export async function saveCalendar(organisationId: string, calendar: ClosureCalendar | undefined, { community, ...draft }: CalendarDraft): Change<Hits> {
  const facts = { ...draft, community: communityOf(community) };
  if (!calendar) return answerOf((await mutate(CreateClosureCalendarDocument, { input: { organisationId, ...facts } })).createClosureCalendar);
  return answerOf((await mutate(UpdateClosureCalendarDocument, { input: { calendarId: calendar.id, expectedVersion: calendar.version, ...facts } })).updateClosureCalendar);
}

export const addClosure = async (calendarId: string, closure: { name: string; from: string; to: string }): Change<Hits> =>
  answerOf((await mutate(AddClosureDocument, { input: { calendarId, ...closure } })).addClosure);
export const removeClosure = async (calendarId: string, closureId: string): Change<Hits> => answerOf((await mutate(RemoveClosureDocument, { input: { calendarId, closureId } })).removeClosure);
export const importClosures = async (calendarId: string, content: string) => answerOf((await mutate(ImportClosuresDocument, { input: { calendarId, content } })).importClosures);

export const saveTravelTime = async (organisationId: string, way: { fromSiteId: string; toSiteId: string; minutes: number }): Change =>
  answerOf((await mutate(SetTravelTimeDocument, { input: { organisationId, ...way } })).setTravelTime);

export const removeDemo = async (organisationId: string): Change => answerOf((await mutate(RemoveDemoDocument, { input: { organisationId } })).removeDemo);
