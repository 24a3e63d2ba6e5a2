import { ApplyRetention, IdentityModule, retentionChoices, UpdateOrganisation } from '@app/identity';
import { ChooseMessagePreferences, DispatchMail, DispatchModule, type MessageType, MessageTypes } from '@app/messages';
import { type Actor, InvalidInput, isProblem, NotAllowed } from '@app/platform';
import { Make, type MadeOrganisation, type MadePerson } from '../support/make.js';
import { SmtpSink } from '../support/smtp-sink.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

const texts = { fr: { subject: 'x', body: 'x' }, nl: { subject: 'x', body: 'x' }, de: { subject: 'x', body: 'x' }, en: { subject: 'x', body: 'x' } };
const optional: MessageType = { type: 'test.can-wait', texts, optional: true, sample: {}, load: async () => ({}) };

describe('what a centre decides for itself', () => {
  let test: TestModule;
  let make: Make;
  let sink: SmtpSink;
  let centre: MadeOrganisation;
  let manager: Actor;

  beforeAll(async () => {
    sink = await SmtpSink.open();
    test = await openTestModule([DispatchModule, IdentityModule], { settings: { SMTP_URL: sink.url, MAIL_FROM: 'tremplin@example.org', MAIL_RATE: 10_000 } });
    test.get(MessageTypes).register(optional);
    make = new Make(test);
  });
  beforeEach(async () => {
    centre = await make.organisation();
    manager = await make.actor({ organisation: centre, roles: ['manager'] });
  });
  afterEach(async () => {
    await test.moveClock('0');
    await test.asOwner('delete from message');
  });
  afterAll(async () => {
    await test.close();
    await sink.down();
  });

  const version = async (id: string) => (await test.asOwner<{ version: number }>('select version from organisation where id = $1', [id]))[0]?.version ?? 0;
  const decide = async (changes: object, who = manager, organisation = centre) => test.get(UpdateOrganisation).execute(who, { organisationId: organisation.id, expectedVersion: await version(organisation.id), ...changes });
  const people = (...from: MadePerson[]) => test.asOwner('select given_name from profile where person_id = any ($1) order by given_name', [from.map(({ id }) => id)]);

  describe('how long data is kept', () => {
    const old = (organisationId: string | null, personId: string, days: number) =>
      test.asOwner(`insert into message (organisation_id, person_id, type, subject_kind, subject_id, state, sent_at, created_at) values ($1, $2, 'x', 'x', uuidv7(), 'sent', app.now(), app.now() - make_interval(days => $3))`, [organisationId, personId, days]);
    const left = async (organisationId: string | null) => (await test.asOwner<{ days: number }>(`select (app.now()::date - created_at::date) as days from message where organisation_id is not distinct from $1 order by 1`, [organisationId])).map(({ days }) => days);

    it('the daily job obeys: a centre that keeps messages for 60 days, one that keeps them for three years, and all others', async () => {
      const [long, usual] = [await make.organisation(), await make.organisation()];
      await decide({ retention: { messages: 60 } });
      await decide({ retention: { messages: 1_095 } }, await make.actor({ organisation: long, roles: ['manager'] }), long);
      for (const organisation of [centre.id, long.id, usual.id, null]) for (const days of [59, 61, 399, 401, 1_096]) await old(organisation, manager.personId ?? '', days);
      await test.get(ApplyRetention).execute();
      expect([await left(centre.id), await left(long.id), await left(usual.id), await left(null)]).toEqual([[59], [59, 61, 399, 401], [59, 61, 399], [59, 61, 399]]);
    });

    it('people who left are erased when their centre says, and nowhere else', async () => {
      const usual = await make.organisation();
      const [here, there] = [await make.person({ organisation: centre, givenName: 'Here' }), await make.person({ organisation: usual, givenName: 'There' })];
      await test.asOwner(`update membership set state = 'ended', ended_at = app.now() - interval '400 days' where person_id = any ($1)`, [[here.id, there.id]]);
      await test.get(ApplyRetention).execute();
      expect(await people(here, there)).toEqual([{ given_name: 'Here' }, { given_name: 'There' }]);
      await decide({ retention: { people: 365 } });
      await test.get(ApplyRetention).execute();
      expect(await people(here, there)).toEqual([{ given_name: 'There' }, { given_name: '—' }]);
    });

    it('stays within the bounds of the law, whoever writes what: refused at the field, and held in the database', async () => {
      for (const [name, days] of [['people', 364], ['people', 3_651], ['messages', 29], ['proofs', 0], ['proofs', 1.5], ['sessions', 400]] as const) {
        const answer = await decide({ retention: { [name]: days } });
        expect(answer instanceof InvalidInput && answer.faults).toMatchObject([{ field: `retention.${name}`, reason: name === 'sessions' ? 'value.unknown' : 'retention.bounds' }]);
      }
      await test.asOwner(`update organisation set retention = '{"messages": 1}' where id = $1`, [centre.id]);
      await old(centre.id, manager.personId ?? '', 20);
      await old(centre.id, manager.personId ?? '', 31);
      await test.get(ApplyRetention).execute();
      expect(await left(centre.id)).toEqual([20]);
    });

    it('is a manager’s to decide, and the trail says from what to what', async () => {
      const coordinator = await make.actor({ organisation: centre, roles: ['coordinator'] });
      expect(await decide({ retention: { people: 730 } }, coordinator)).toBeInstanceOf(NotAllowed);
      await decide({ retention: { people: 730 } });
      expect(isProblem(await decide({ retention: { messages: 90 } }))).toBe(false);
      const trail = await test.asOwner<{ facts: object }>(`select facts from audit_entry where organisation_id = $1 and action = 'organisation.updated' order by id`, [centre.id]);
      expect(trail.map(({ facts }) => facts)).toEqual([
        { fields: ['retention'], retention: { before: {}, after: { people: 730 } } },
        { fields: ['retention'], retention: { before: { people: 730 }, after: { messages: 90 } } },
      ]);
    });

    it('offers what the data catalogue carries out, with the same bounds', async () => {
      const rules = await test.asOwner<{ name: string; usual: number; least: number; most: number }>(
        'select distinct retention as name, expires_days as usual, retention_least as least, retention_most as most from app.data_rule where retention is not null order by 1',
      );
      expect(Object.fromEntries(rules.map(({ name, ...bounds }) => [name, bounds]))).toEqual(retentionChoices);
    });
  });

  describe('when messages reach people who chose nothing', () => {
    /** Half past ten in the evening in Brussels, in winter. */
    const EVENING = '2027-01-13T21:30:00Z';
    const at = (instant: string) => test.asOwner<{ ahead: string }>(`select ($1::timestamptz - clock_timestamp())::text as ahead`, [instant]).then(([row]) => test.moveClock(row?.ahead ?? '0'));
    const night = { quietFrom: '21:00', quietUntil: '07:00' };
    const send = async (person: MadePerson, type = 'test.can-wait') => {
      await test.asOwner(`insert into message (organisation_id, person_id, type, subject_kind, subject_id, address) values ($1, $2, $3, 'x', uuidv7(), $4)`, [centre.id, person.id, type, person.email]);
      while (await test.get(DispatchMail).portion()) await test.asOwner('select 1');
      return test.asOwner<{ state: string; due: string }>(`select state, to_char(due_at at time zone 'Europe/Brussels', 'Dy HH24:MI') as due from message where person_id = $1 and type = $2`, [person.id, type]);
    };
    const choose = async (person: MadePerson, wanted: object) => {
      const use = test.get(ChooseMessagePreferences);
      const actor = make.actorOf(person);
      const { version: expectedVersion } = await use.read(actor);
      return use.execute(actor, { zone: 'Europe/Brussels', channels: ['mail', 'notice'], digest: 'none', isOwn: true, mutedTypes: [], expectedVersion, ...wanted });
    };

    it('quiet hours of the centre hold back; a person’s own choice overrides them, also the choice of none', async () => {
      await decide(night);
      await at(EVENING);
      const [silent, awake, early] = [await make.person({ organisation: centre }), await make.person({ organisation: centre }), await make.person({ organisation: centre })];
      await choose(awake, {});
      await choose(early, { quietFrom: '22:00', quietUntil: '05:00' });
      expect(await send(silent)).toEqual([{ state: 'due', due: 'Thu 07:00' }]);
      expect(await send(awake)).toMatchObject([{ state: 'sent' }]);
      expect(await send(early)).toEqual([{ state: 'due', due: 'Thu 05:00' }]);
    });

    it('whoever follows the centre again has its hours again', async () => {
      await decide(night);
      await at(EVENING);
      const person = await make.person({ organisation: centre });
      expect(await choose(person, { quietFrom: '01:00', quietUntil: '02:00' })).toMatchObject({ isOwn: true });
      expect(await choose(person, { quietFrom: '01:00', quietUntil: '02:00', isOwn: false })).toMatchObject({ isOwn: false, quietFrom: null, digest: 'none' });
      expect(await send(person)).toEqual([{ state: 'due', due: 'Thu 07:00' }]);
    });

    it('digests leave on the day and at the hour of the centre', async () => {
      await decide({ digest: 'weekly', digestWeeklyDay: 2, digestWeeklyAt: '09:15' });
      await at(EVENING);
      const [weekly, daily, never] = [await make.person({ organisation: centre }), await make.person({ organisation: centre }), await make.person({ organisation: centre })];
      await decide({ digestDailyAt: '06:45' });
      await choose(daily, { digest: 'daily' });
      await choose(never, {});
      for (const [person, expected] of [[weekly, 'Tue 09:15'], [daily, 'Thu 06:45']] as const) {
        expect(await send(person)).toMatchObject([{ state: 'held' }]);
        expect(await test.asOwner(`select to_char(due_at at time zone 'Europe/Brussels', 'Dy HH24:MI') as due from message where person_id = $1 and type = 'messages.digest'`, [person.id])).toEqual([{ due: expected }]);
      }
      expect(await send(never)).toMatchObject([{ state: 'sent' }]);
    });

    it('refuses half an hour, none at all and days that do not exist', async () => {
      for (const [changes, field] of [[{ quietFrom: '21:00' }, 'quietUntil'], [{ quietFrom: '21:00', quietUntil: '21:00' }, 'quietUntil'], [{ digestWeeklyDay: 8 }, 'digestWeeklyDay'], [{ digestDailyAt: '25:00' }, 'digestDailyAt']] as const) {
        const answer = await decide(changes);
        expect(answer instanceof InvalidInput && answer.faults).toMatchObject([{ field }]);
      }
    });
  });
});
