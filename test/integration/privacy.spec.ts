import { dataCatalogue } from '@app/schema';
import { ApplyRetention, dataPage, EraseAgain, EraseMe, ErasePerson, ExportMyData, IdentityModule, isShownField, LastAdmin, PreviewErasure, readErasures, SealAudit, shownTables, SuspendMember, UpdateProfile, VerifyAudit } from '@app/identity';
import { readFile } from 'node:fs/promises';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LedgerModule } from '@app/ledger';
import { type Actor, InvalidInput, isProblem, NotAllowed, NotFound } from '@app/platform';
import { doWaitingJobs } from '../support/jobs.js';
import { Make, type MadeOrganisation, type MadePerson, PASSWORD, VISITOR } from '../support/make.js';
import { searchEverything } from '../support/search-everything.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

/** Made anew for every test, because the whole database is searched for them. */
let GIVEN = 'Zéphyrine';
let FAMILY = 'Vandenbrouckx';
let PHONE = '+32 470 98 76 54';

function newWords(n: number): void {
  const letters = [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  GIVEN = `Zéphyrine-${letters}`;
  FAMILY = `Vandenbrouck ${letters}x`;
  PHONE = `+32 470 98 76 ${String(10 + n)}`;
}

const list = join(mkdtempSync(join(tmpdir(), 'tremplin-privacy-')), 'list', 'erasures.jsonl');

describe('privacy', () => {
  let test: TestModule;
  let make: Make;
  let centre: MadeOrganisation;
  let manager: Actor;
  let other: MadePerson;
  let she: MadePerson;
  let session: { id: string; token: string };
  let tests = 0;

  const actor = () => make.actorOf(she, { sessionId: session.id });
  const version = async (person: MadePerson) => (await test.asOwner<{ version: number }>('select version from profile where organisation_id = $1 and person_id = $2', [centre.id, person.id]))[0]?.version ?? 0;
  const key = async (person = she) => ({ organisationId: centre.id, personId: person.id, expectedVersion: await version(person) });
  const traces = () => searchEverything(test, [she.email, PHONE, FAMILY, GIVEN]);
  const eraseMe = (changes: object = {}) => test.get(EraseMe).execute(actor(), { email: she.email.toUpperCase(), password: PASSWORD, visitor: VISITOR, ...changes });
  const rowsOf = async (table: string, condition: string) => (await test.asOwner<{ n: number }>(`select count(*)::int as n from ${table} t where ${condition}`, [she.id]))[0]?.n;

  beforeAll(async () => {
    test = await openTestModule([IdentityModule, LedgerModule], { settings: { ERASURES_FILE: list } });
    make = new Make(test);
  });
  afterAll(() => test.close());

  beforeEach(async () => {
    newWords(++tests);
    centre = await make.organisation();
    manager = await make.actor({ organisation: centre, roles: ['manager'] });
    other = await make.person({ organisation: centre, roles: ['trainer'], givenName: 'Camille', familyName: 'Martin' });
    she = await make.person({ organisation: centre, roles: ['learner'], givenName: GIVEN, familyName: FAMILY, email: `zephyrine-${centre.id}@example.org` });
    session = await make.session(she);
    await live();
  });

  /** Something of hers in every table that knows people, written by use cases where one does it in a line. */
  async function live(): Promise<void> {
    const profile = { ...(await key()), givenName: GIVEN, familyName: FAMILY, email: she.email, phone: PHONE, reference: 'STUDENT-4711' };
    expect(isProblem(await test.get(UpdateProfile).execute(manager, profile))).toBe(false);
    const ids = [centre.id, she.id, other.id];
    const sql = async (text: string, values: readonly unknown[] = ids) => test.asOwner(text, values);
    await sql(`insert into recipient (person_id, organisation_id, address, language) values ($2, null, $3, 'fr'), ($2, $1, $3, 'fr')`, [centre.id, she.id, she.email]);
    await sql(`insert into paused_address (address, reason) values ($1, '550 no such user <' || $1 || '>')`, [she.email]);
    await sql(
      `with m as (insert into message (organisation_id, person_id, type, subject_kind, subject_id, state, sent_at, address, answer) values
          ($1, $2, 'identity.invitation', 'invitation', uuidv7(), 'sent', app.now(), $4, '250 queued for ' || $4), ($1, $3, 'ledger.told', 'occurrence', uuidv7(), 'sent', app.now(), null, null),
          ($1, $2, 'ledger.told', 'occurrence', uuidv7(), 'due', null, $4, null) returning id, person_id, state)
       insert into notice (message_id, organisation_id, person_id, type, subject_kind, subject_id, language, title, body)
       select id, $1, person_id, 'ledger.told', 'occurrence', uuidv7(), 'fr', 'Coaching', $5 || ' est absente' from m where state = 'sent'`,
      [...ids, she.email, `${FAMILY.toUpperCase()} ${GIVEN}`],
    );
    await sql(`insert into invitation (organisation_id, person_id, email, expires_at) values ($1, $2, $3, app.now() + interval '1 day')`, [centre.id, she.id, she.email]);
    await sql(`insert into second_factor (person_id, secret) values ($1, 'x')`, [she.id]);
    await sql(`insert into recovery_code (person_id, code_hash) values ($1, sha256('x'))`, [she.id]);
    await sql(`insert into people_import (organisation_id, file_name, file_digest, header) values ($1, $2, sha256('x'), '[]')`, [centre.id, `${FAMILY} ${GIVEN}.csv`]);
    await sql(`insert into people_import_fault (organisation_id, import_id, line, number, reason, "values") select organisation_id, id, 2, 1, 'x', jsonb_build_object('email', $2::text, 'name', $3::text) from people_import where organisation_id = $1`, [centre.id, she.email, `${GIVEN} ${FAMILY}`]);
    await sql(`insert into remembered_request (actor_id, request_id, fingerprint, answer, state) values ($1, 'of-manager', sha256('x'), $2, 'done')`, [manager.personId, { givenName: GIVEN, familyName: FAMILY, email: she.email }]);
    await plan();
  }

  /** One session that took place and one to come, leave, hours. */
  async function plan(): Promise<void> {
    await test.asOwner(
      `insert into resource (id, organisation_id, kind, person_id) values ($1, '00000000-0000-0000-0000-000000000000', 'person', $1)`,
      [she.id],
    );
    for (const shift of ['-7 days', '7 days']) {
      await test.asOwner(
        `with o as (insert into occurrence (organisation_id, kind, state, local_date, local_time, zone, starts_at, ends_at, uid)
            select $1, 'session', 'planned', (at at time zone 'UTC')::date, '09:00', 'UTC', at, at + interval '1 hour', gen_random_uuid()::text from (select date_trunc('day', app.now()) + $3::interval + interval '9 hours' as at) w returning *),
          c as (insert into occurrence_card (organisation_id, occurrence_id, language, title) select $1, id, 'fr', 'Entretien avec ' || $4 from o),
          a as (insert into attendee (organisation_id, occurrence_id, person_id, part) select $1, id, $2, 'learner' from o)
         insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, part)
           select $1, '00000000-0000-0000-0000-000000000000', $2, id, tstzrange(starts_at, ends_at), 'learner' from o`,
        [centre.id, she.id, shift, `${GIVEN} ${FAMILY}`],
      );
    }
    await test.asOwner(
      `insert into unavailability (organisation_id, resource_organisation_id, resource_id, kind, during, from_date, from_time, to_date, to_time, zone, source)
       values ($1, '00000000-0000-0000-0000-000000000000', $2, 'leave', '[2030-01-06T23:00Z,2030-01-07T23:00Z)', '2030-01-07', '00:00', '2030-01-08', '00:00', 'Europe/Brussels', 'entered')`,
      [centre.id, she.id],
    );
    await test.asOwner(`insert into availability (organisation_id, person_id, zone) values ($1, $2, 'Europe/Brussels')`, [centre.id, she.id]);
    await test.asOwner(`insert into availability_rule (organisation_id, person_id, weekday, opens, closes) values ($1, $2, 1, '09:00', '17:00')`, [centre.id, she.id]);
  }

  it('case 95: an erased human is found nowhere in the database, whatever others wrote', async () => {
    expect(await traces()).toEqual(expect.arrayContaining(['account.email', 'audit_personal.payload', 'notice.body', 'occurrence_card.title', 'paused_address.address', 'people_import_fault.values', 'profile.phone', 'recipient.address']));
    expect(await eraseMe()).toEqual({ organisations: 1 });
    await doWaitingJobs(test);
    expect(await traces()).toEqual([]);
    expect(await rowsOf('session', 't.person_id = $1')).toBe(0);
    expect(await rowsOf('unavailability', 't.resource_id = $1')).toBe(0);
    const [notice] = await test.asOwner<{ body: string }>('select body from notice where person_id = $1', [other.id]);
    expect(notice?.body).toMatch(/^… …(-…)? est absente$/);
  });

  it('case 95: what took place keeps counting the person, what is to come is given back, and the outbox is empty', async () => {
    await eraseMe();
    expect(await rowsOf('attendee', 't.person_id = $1')).toBe(1);
    expect(await rowsOf('reservation', 't.resource_id = $1 and upper(t.during) < app.now()')).toBe(1);
    expect(await rowsOf('reservation', 't.resource_id = $1 and upper(t.during) > app.now()')).toBe(0);
    expect(await rowsOf('message', 't.person_id = $1')).toBe(0);
    expect(await rowsOf('membership', `t.person_id = $1 and t.state = 'ended'`)).toBe(1);
  });

  it('case 96: the audit trail says that somebody was erased, with ids only, and its chain still holds', async () => {
    await test.get(SealAudit).execute();
    await eraseMe();
    const [entry] = await test.asOwner<object>(`select action, person_id, facts from audit_entry where organisation_id = $1 order by id desc limit 1`, [centre.id]);
    expect(entry).toEqual({ action: 'person.erased', person_id: she.id, facts: { reason: 'person', erasure: expect.any(String) } });
    expect(await test.get(VerifyAudit).execute(manager, centre.id)).toMatchObject({ broken: null, altered: 0 });
  });

  it('case 95: the page of an export has a word for everything personal, in four languages, and whatever others wrote does nothing there', () => {
    const told = Object.entries(dataCatalogue).filter(([, table]) => table.about !== undefined);
    const speechless = told.flatMap(([name, table]) => {
      const hidden = (table.others ?? '').split(/\s+/);
      const personal = Object.entries(table.columns).filter(([column, its]) => (its === 'personal' || its === 'sensitive') && !hidden.includes(column)).map(([column]) => column);
      if (personal.length === 0) return [];
      return [...(shownTables.includes(name) ? [] : [name]), ...personal.filter((column) => !isShownField(column)).map((column) => `${name}.${column}`)];
    });
    expect(speechless.filter((one) => !['erasure', 'data_export', 'remembered_request'].includes(one))).toEqual([]);
    const hostile = { madeAt: '2027-01-13T21:30:00Z', organisations: {}, data: { profile: [{ given_name: '<img src=x onerror=alert(1)>', organisation_id: centre.id }], invitation_token: [{}, {}] } };
    for (const [language, title, technical] of [['fr', 'Mes données', '2 lignes'], ['nl', 'Mijn gegevens', 'nog 2 regels'], ['de', 'Meine Daten', '2 weitere'], ['en', 'My data', '2 more']] as const) {
      const page = dataPage(hostile, language);
      expect(page).toContain(title);
      expect(page).toContain(technical);
      expect(page).toContain('&lt;img src=x');
      expect(page).not.toContain('<img');
    }
  });

  it('a mail and a notice say once that the copy is ready', async () => {
    await test.get(ExportMyData).execute(actor());
    await doWaitingJobs(test);
    const told = () => test.asOwner(`select channel, state from message where person_id = $1 and type = 'identity.export-ready' order by channel`, [she.id]);
    expect(await told()).toEqual([{ channel: 'mail', state: 'due' }, { channel: 'notice', state: 'due' }]);
  });

  it('photos of certificates and what was learned go with the person; pictures of courses are about nobody', async () => {
    const secret = `photo of ${GIVEN}`;
    await test.asOwner(
      `with a as (insert into absence_notice (organisation_id, person_id, first_day, first_half, last_day, last_half, during, reason, announced_by) values ($1, $2, '2027-01-04', 'morning', '2027-01-04', 'afternoon', '[2027-01-03T23:00Z,2027-01-04T23:00Z)', 'ill', $2) returning id)
       insert into absence_proof (id, organisation_id, absence_id, person_id, media_type, width, height, bytes, added_by) select uuidv7(), $1, id, $2, 'image/jpeg', 1, 1, convert_to($3, 'UTF8'), $2 from a`,
      [centre.id, she.id, secret],
    );
    await test.asOwner('insert into lesson_done (organisation_id, person_id, lesson_identity) values ($1, $2, uuidv7())', [centre.id, she.id]);
    await eraseMe();
    for (const table of ['absence_proof', 'lesson_done', 'quiz_attempt']) expect(await rowsOf(table, 't.person_id = $1')).toBe(0);
    expect(await test.asOwner('select reason from absence_notice where person_id = $1', [she.id])).toEqual([{ reason: 'other' }]);
    const columns = await test.asOwner<{ place: string }>(`select table_name || '.' || column_name as place from information_schema.columns where table_schema = 'public' and data_type = 'bytea' order by 1`);
    const kept = columns.map(({ place }) => place).filter((place) => dataCatalogue[place.split('.')[0] ?? '']?.fate === 'nobody' && !/hash|seal|secret|digest|previous|key/.test(place));
    expect(kept).toEqual(['course_file.bytes']);
  });

  describe('after a restored backup', () => {
    const noted = async () => readErasures(await readFile(list, 'utf8')).records.filter(({ personId }) => personId === she.id);
    const again = async (dryRun = false) => {
      const outcomes = [];
      for (const record of await noted()) outcomes.push(await test.get(EraseAgain).execute(record, { dryRun }));
      return outcomes;
    };
    /** What a backup of before the erasure brings back: her rows; and the trail knows nothing. */
    const restore = async () => {
      await test.asOwner('update person set erased_at = null where id = $1', [she.id]);
      await test.asOwner('insert into account (person_id, email, name, language) values ($1, $2, $3, $4)', [she.id, she.email, `${GIVEN} ${FAMILY}`, 'fr']);
      await test.asOwner('update profile set given_name = $2, family_name = $3, email = $4 where person_id = $1', [she.id, GIVEN, FAMILY, she.email]);
      await test.asOwner(`delete from audit_entry where person_id = $1 and action = 'person.erased'`, [she.id]);
    };

    it('whoever was erased is erased anew by the list outside of the database, once, and a dry run changes nothing', async () => {
      await eraseMe();
      await doWaitingJobs(test);
      expect(await noted()).toEqual([
        { erasureId: expect.any(String), personId: she.id, organisationId: centre.id },
        { erasureId: expect.any(String), personId: she.id, organisationId: null },
      ]);
      expect(await again()).toEqual(['done', 'done']);
      await restore();
      expect(await again(true)).toEqual(['erased', 'erased']);
      expect(await traces()).toEqual(expect.arrayContaining(['account.email', 'profile.family_name']));
      expect(await again()).toEqual(['erased', 'erased']);
      await doWaitingJobs(test);
      expect(await traces()).toEqual([]);
      expect(await again()).toEqual(['done', 'done']);
      const trail = await test.asOwner(`select facts ->> 'reason' as reason from audit_entry where person_id = $1 and action = 'person.erased'`, [she.id]);
      expect(trail).toEqual([{ reason: 'again' }]);
    });

    it('somebody who came back after an erasure that the database knows of stays; a stranger to it is passed over', async () => {
      await test.get(ErasePerson).execute(manager, await key());
      await doWaitingJobs(test);
      await test.asOwner('update profile set given_name = $2, family_name = $3 where person_id = $1', [she.id, GIVEN, FAMILY]);
      expect(await again()).toEqual(['done']);
      expect(await rowsOf('profile', `t.person_id = $1 and t.given_name <> '—'`)).toBe(1);
      const strange = { erasureId: centre.id, personId: centre.id, organisationId: centre.id };
      expect(await test.get(EraseAgain).execute(strange)).toBe('unknown');
    });

    it('a list with a line that was cut short or altered is named by its lines', () => {
      const line = JSON.stringify({ erasureId: centre.id, personId: centre.id, organisationId: null });
      expect(readErasures(`${line}\n\n${line}\n${line.slice(0, 40)}\n{"personId":"x"}\n`)).toEqual({ records: [JSON.parse(line)], strange: [4, 5] });
    });
  });

  it('takes the address typed and the password before it erases anything', async () => {
    expect(await eraseMe({ email: 'other@example.org' })).toEqual(InvalidInput.at('email', 'erase.other-address'));
    expect(await eraseMe({ password: 'wrong' })).toMatchObject({ code: 'PASSWORD_REFUSED' });
    expect(await rowsOf('account', 't.person_id = $1')).toBe(1);
  });

  it('refuses while somebody is the only manager or the only administrator', async () => {
    const [me] = await test.asOwner<{ email: string }>('select email from account where person_id = $1', [manager.personId]);
    const erase = (who: Actor) => test.get(EraseMe).execute(who, { email: me?.email ?? '', password: PASSWORD, visitor: VISITOR });
    expect(await erase(manager)).toMatchObject({ code: 'LAST_MANAGER' });
    await make.member({ ...other, id: other.id }, centre, ['manager']);
    await test.asOwner('insert into platform_admin (person_id) values ($1)', [manager.personId]);
    expect(await erase(manager)).toEqual(new LastAdmin());
    await test.asOwner('delete from platform_admin');
  });

  it('lists before what goes, what is emptied, and what stays until when', async () => {
    const lines = await test.get(PreviewErasure).ofMyself(actor());
    const of = (topic: string, fate: string) => lines.find((line) => line.topic === topic && line.fate === fate);
    expect(of('schedule', 'evidence')).toEqual({ topic: 'schedule', fate: 'evidence', rows: 5, days: null });
    expect(of('profile', 'emptied')).toMatchObject({ rows: 2 });
    expect(of('account', 'erased')).toMatchObject({ rows: 1 });
    expect(of('imports', 'passing')).toEqual({ topic: 'imports', fate: 'passing', rows: null, days: 7 });
    expect(lines.filter(({ fate }) => fate === 'evidence').map(({ topic }) => topic)).toEqual(['schedule', 'trail']);
  });

  it('a manager erases what the organisation knows; the account and what others know are not his', async () => {
    const elsewhere = await make.organisation({ name: 'Elsewhere' });
    await make.member(she, elsewhere, ['learner']);
    expect(await test.get(ErasePerson).execute(manager, await key())).toEqual({ personId: she.id });
    await doWaitingJobs(test);
    expect(await rowsOf('account', 't.person_id = $1')).toBe(1);
    const profiles = await test.asOwner(`select organisation_id, given_name, email from profile where person_id = $1 order by 1`, [she.id]);
    expect(profiles).toEqual([
      { organisation_id: centre.id, given_name: '—', email: null },
      { organisation_id: elsewhere.id, given_name: GIVEN, email: she.email },
    ]);
    const left = (await searchEverything(test, [FAMILY])).filter((place) => !['account.name', 'profile.family_name', 'profile.search_text', 'profile.sort_name'].includes(place));
    expect(left).toEqual(['remembered_request.answer'].filter((place) => left.includes(place)));
  });

  it('somebody who never signed in and whom nobody else knows is gone altogether', async () => {
    await test.asOwner('delete from account where person_id = $1', [she.id]);
    await test.asOwner('update person set claimed_at = null where id = $1', [she.id]);
    await test.get(ErasePerson).execute(manager, await key());
    await doWaitingJobs(test);
    expect(await traces()).toEqual([]);
    expect(await rowsOf('person', 't.id = $1 and t.erased_at is not null')).toBe(1);
  });

  it('lets nobody erase but a manager of the organisation, and nobody himself in this way', async () => {
    const coordinator = await make.actor({ organisation: centre, roles: ['coordinator'] });
    const stranger = await make.actor({ organisation: await make.organisation(), roles: ['manager'] });
    expect(await test.get(ErasePerson).execute(coordinator, await key())).toEqual(new NotAllowed('person.erase'));
    expect(await test.get(ErasePerson).execute(stranger, await key())).toEqual(new NotFound('organisation'));
    expect(await test.get(PreviewErasure).ofPerson(stranger, { organisationId: centre.id, personId: she.id })).toEqual(new NotFound('organisation'));
    await expect(test.database.as(stranger, (tx) => tx.query('select app.erase_person($1, $2)', [she.id, centre.id]))).rejects.toThrow(/another person/);
    await expect(test.database.as(stranger, (tx) => tx.query('select app.erase_person($1, null)', [she.id]))).rejects.toThrow(/another person/);
  });

  it('case 95: an export is complete and holds nobody else', async () => {
    await test.get(SuspendMember).execute(manager, { ...(await key()), reason: 'absences' });
    await test.asOwner(`update membership set state = 'active' where person_id = $1`, [she.id]);
    const asked = await test.get(ExportMyData).execute(actor());
    expect(await test.get(ExportMyData).execute(actor())).toEqual(asked);
    if (isProblem(asked)) throw new Error(asked.code);
    expect(await test.get(ExportMyData).content(actor(), asked.id)).toEqual(new NotFound('data-export'));
    expect(await doWaitingJobs(test)).toContain('identity.make-export');
    const made = (await test.get(ExportMyData).content(actor(), asked.id)) as { data: Record<string, readonly Record<string, unknown>[]>; organisations: object };
    for (const table of LIVED) expect({ table, has: (made.data[table] ?? []).length > 0 }).toEqual({ table, has: true });
    const personal = Object.entries(dataCatalogue).flatMap(([table, rule]) => Object.entries(rule.columns).flatMap(([column, its]) => (rule.about && (its === 'personal' || its === 'sensitive') ? [`${table}.${column}`] : [])));
    const shown = new Set(Object.entries(made.data).flatMap(([table, rows]) => rows.flatMap((row) => Object.keys(row).map((column) => `${table}.${column}`))));
    expect(personal.filter((one) => !shown.has(one) && LIVED.includes(one.split('.')[0] ?? '')).sort()).toEqual(EMPTY_OR_DERIVED);
    const text = JSON.stringify(made);
    for (const someoneElse of [other.id, other.email, 'Camille', manager.personId ?? '?', 'tokenHash', 'password_hash']) expect(text).not.toContain(someoneElse);
    expect(made.data['attendee']?.[0]).toMatchObject({ session: { title: `Entretien avec ${GIVEN} ${FAMILY}` } });
    expect(made.organisations).toEqual({ [centre.id]: 'Centre' });
    expect(await test.get(ExportMyData).content(manager, asked.id)).toEqual(new NotFound('data-export'));
  });

  it('what is past its rule goes by itself, in portions; who left long ago is erased', async () => {
    await test.asOwner(`insert into job (name, queue, key, payload, state, failed_at) select 'old', 'imports', n::text, '{}', 'failed', app.now() - interval '91 days' from generate_series(1, 2500) n`);
    await test.asOwner(`update membership set state = 'ended', ended_at = app.now() - interval '6 years' where person_id = $1`, [she.id]);
    await test.asOwner(`update notice set at = app.now() - interval '401 days' where person_id = $1`, [other.id]);
    const young = await rowsOf('profile', `t.organisation_id = '${centre.id}' and t.given_name <> '—' and t.person_id <> $1`);
    expect(await test.get(ApplyRetention).execute()).toMatchObject({ people: 1, rows: expect.any(Number) as number });
    expect(await rowsOf('job', `t.name = 'old' and $1::uuid is not null`)).toBe(0);
    expect(await rowsOf('notice', `t.person_id = '${other.id}' and $1::uuid is not null`)).toBe(0);
    expect(await rowsOf('profile', `t.person_id = $1 and t.given_name = '—'`)).toBe(1);
    expect(await rowsOf('account', 't.person_id = $1')).toBe(1);
    expect(await rowsOf('profile', `t.organisation_id = '${centre.id}' and t.given_name <> '—' and t.person_id <> $1`)).toBe(young);
    expect(await test.get(ApplyRetention).execute()).toEqual({ rows: 0, people: 0 });
  });
});

/** Tables in which the life of these tests leaves something; what other contexts keep is found by the same rules and proved there. */
const LIVED =
  'account attendee audit_entry audit_personal availability availability_rule change data_export invitation membership message notice paused_address person profile recipient recovery_code reservation resource second_factor session unavailability'.split(
    ' ',
  );

/** Columns that are keys made of others, and columns that nobody filled in this test. */
const EMPTY_OR_DERIVED = [
  'availability_rule.from_date',
  'availability_rule.until_date',
  'data_export.content',
  'message.last_error',
  'profile.email_key',
  'profile.search_text',
  'profile.sort_name',
  'recipient.quiet_from',
  'recipient.quiet_until',
  'unavailability.label',
  'unavailability.source_ref',
];
