import { AddDemoPerson, CreateOrganisation, CreateSite, Journal, PasswordHasher } from '@app/identity';
import { BookRoom, CreateClosureCalendar, CreateResource, EnterLeave, type PersonPart, SetAvailability, SetTravelTime } from '@app/ledger';
import { Actor, addDays, Clock, Database, isProblem, wallTimeAt, weekday } from '@app/platform';
import { type GetUseCase } from '../use-cases.js';
import { bookings, centre, type DemoBooking, equipment, expertHours, hold, HOLD_MINUTES, MAIL_DOMAIN, people, rooms, sites, travel } from './demo-centre.js';
import { granted, type Ids, known } from './ids.js';
import { LoadCohorts } from './load-cohorts.js';

/** Fills an installation with the demo centre, through the same use cases as people do. Answers the id of the organisation. */
export class LoadDemo {
  private readonly coordinator: Actor;

  private constructor(
    private readonly get: GetUseCase,
    private readonly organisationId: string,
  ) {
    this.coordinator = Actor.system(organisationId, { language: 'fr' });
  }

  static async execute(get: GetUseCase, password: string): Promise<string> {
    const organisation = granted(await get(CreateOrganisation).execute(Actor.system(), { ...centre, languages: [...centre.languages], isDemo: true }));
    const load = new LoadDemo(get, organisation.id);
    const places = await load.places();
    const persons = await load.people(places, await get(PasswordHasher).hash(password));
    await new LoadCohorts(get, { organisationId: organisation.id, coordinator: load.coordinator, places, persons, today: load.today() }).execute();
    await load.calendar(places, persons);
    await load.finish();
    return organisation.id;
  }

  private async places(): Promise<Ids> {
    const ids = new Map<string, string>();
    const { organisationId, coordinator: actor } = this;
    for (const { key, ...site } of sites) ids.set(key, granted(await this.get(CreateSite).execute(actor, { organisationId, country: 'BE', zone: centre.zone, ...site })).id);
    for (const { key, site, ...room } of rooms) {
      ids.set(key, granted(await this.get(CreateResource).execute(actor, { organisationId, kind: 'room', siteId: known(ids, site), ...room })).id);
    }
    for (const { key, site, name } of equipment) {
      ids.set(key, granted(await this.get(CreateResource).execute(actor, { organisationId, kind: 'equipment', siteId: known(ids, site), name })).id);
    }
    const siteIds = sites.map(({ key }) => known(ids, key));
    granted(await this.get(CreateClosureCalendar).execute(actor, { organisationId, name: 'Jours fériés', publicHolidays: true, community: 'fr', siteIds }));
    for (const { from, to, minutes } of travel) granted(await this.get(SetTravelTime).execute(actor, { organisationId, fromSiteId: known(ids, from), toSiteId: known(ids, to), minutes }));
    return ids;
  }

  private async people(places: Ids, passwordHash: string): Promise<Ids> {
    const ids = new Map<string, string>();
    for (const { key, site, ...person } of people) {
      const added = await this.get(AddDemoPerson).execute({ ...person, organisationId: this.organisationId, email: addressOf(key), siteId: known(places, site), passwordHash });
      ids.set(key, granted(added).personId);
    }
    return ids;
  }

  private async calendar(places: Ids, persons: Ids): Promise<void> {
    const { organisationId, coordinator: actor } = this;
    const personId = known(persons, 'expert');
    granted(await this.get(SetAvailability).execute(actor, { organisationId, personId, expectedVersion: 0, zone: centre.zone, weekly: expertHours, exceptions: [] }));
    const monday = this.monday();
    for (const booking of [...bookings, hold]) for (const day of booking.days) await this.book(booking, addDays(monday, day), places, persons);
    const leave = { personId: known(persons, 'trainer2'), startsAt: `${addDays(monday, 11)}T00:00`, endsAt: `${addDays(monday, 12)}T00:00`, zone: centre.zone };
    granted(await this.get(EnterLeave).execute(actor, { organisationId, ...leave }));
  }

  /** A day on which the centre is closed has no booking: the ledger refuses it, and the demo is right without. */
  private async book(booking: DemoBooking, date: string, places: Ids, persons: Ids): Promise<void> {
    const { title, rooms: things, from, to, trainer, expert, learners = [], seats } = booking;
    const parts: readonly (readonly [PersonPart, string | undefined])[] = [['trainer', trainer], ['expert', expert], ...learners.map((learner) => ['learner', learner] as const)];
    const taking = parts.flatMap(([part, key]) => (key ? [{ personId: known(persons, key), part }] : []));
    const answer = await this.get(BookRoom).execute(this.coordinator, {
      organisationId: this.organisationId,
      title,
      resourceIds: things.map((key) => known(places, key)),
      people: taking,
      startsAt: `${date}T${from}`,
      endsAt: `${date}T${to}`,
      seats,
      holdMinutes: booking === hold ? HOLD_MINUTES : undefined,
    });
    if (isProblem(answer) && answer.code !== 'SLOT_TAKEN') granted(answer);
  }

  /** The mark by which an interrupted load is known: see find-demo.ts. */
  private async finish(): Promise<void> {
    const { organisationId } = this;
    await this.get(Database).as(this.coordinator, (tx) => this.get(Journal).enter(tx, { organisationId, subject: { kind: 'organisation', id: organisationId }, kind: 'demo-loaded' }));
  }

  private today(): string {
    return wallTimeAt(this.get(Clock).now(), centre.zone).date;
  }

  /** Of this week; at a weekend of the week that begins, because what is over needs no demonstration. */
  private monday(): string {
    const today = this.today();
    const day = weekday(today);
    return addDays(today, day > 5 ? 8 - day : 1 - day);
  }
}

export const addressOf = (key: string): string => `${key}@${MAIL_DOMAIN}`;
