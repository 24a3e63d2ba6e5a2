import {
  type Community,
  CreateOrganisationDocument,
  FirstClosuresDocument,
  FirstRoomDocument,
  FirstSiteDocument,
  SetUpStateDocument,
  type SetUpStateQuery,
  WizardTestMailDocument,
} from '~/generated/set-up/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';

export type { Community };
export type Site = Extract<SetUpStateQuery['sites'], { readonly __typename: 'SiteList' }>['sites'][number];
export type Room = SetUpStateQuery['rooms']['nodes'][number];
export type Calendar = SetUpStateQuery['closureCalendars'][number];

export interface SetUpState {
  readonly sites: readonly Site[];
  readonly rooms: readonly Room[];
  readonly calendars: readonly Calendar[];
}

export const useSetUpState = (organisationId: string, year: number): Read<SetUpState> =>
  readOf(useRead(SetUpStateDocument, { organisationId, year }), ({ sites, rooms, closureCalendars }) =>
    'sites' in sites ? { sites: sites.sites, rooms: rooms.nodes, calendars: closureCalendars } : undefined,
  );

export interface NewOrganisation {
  readonly name: string;
  readonly zone: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  readonly founder: { readonly givenName: string; readonly familyName: string; readonly email: string | null; readonly language: string };
}

export const createOrganisation = async (input: NewOrganisation): Promise<Answer<{ readonly id: string }>> => answerOf((await mutate(CreateOrganisationDocument, { input })).createOrganisation);

export const createSite = async (organisationId: string, zone: string, site: { name: string; street: string; postalCode: string; city: string }): Promise<Answer<unknown>> =>
  answerOf((await mutate(FirstSiteDocument, { input: { organisationId, zone, ...site } })).createSite);

export const createRoom = async (organisationId: string, siteId: string, { name, seats }: { name: string; seats: number }): Promise<Answer<unknown>> =>
  answerOf((await mutate(FirstRoomDocument, { input: { organisationId, siteId, name, seats: Number.isNaN(seats) ? null : seats } })).createRoom);

export const createCalendar = async (organisationId: string, calendar: { name: string; community: Community | null; siteIds: readonly string[] }): Promise<Answer<unknown>> =>
  answerOf((await mutate(FirstClosuresDocument, { input: { organisationId, publicHolidays: true, ...calendar } })).createClosureCalendar);

export const sendTestMail = async (organisationId: string): Promise<Answer<{ readonly address: string | null }>> =>
  answerOf((await mutate(WizardTestMailDocument, { input: { organisationId } })).sendTestMail);
