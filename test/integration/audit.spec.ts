import { Audit, IdentityModule, SealAudit, VerifyAudit } from '@app/identity';
import { type Actor, NotAllowed, NotFound } from '@app/platform';
import { Make, type MadeOrganisation } from '../support/make.js';
import { openTestModule, type TestModule } from '../support/test-module.js';

describe('the audit trail', () => {
  let test: TestModule;
  let make: Make;
  let centre: MadeOrganisation;
  let manager: Actor;

  const record = (count: number, personal?: object) =>
    test.database.as(manager, (tx) =>
      test.get(Audit).record(
        tx,
        ...Array.from({ length: count }, (_, n) => ({
          organisationId: centre.id,
          action: 'role.granted',
          subject: { kind: 'person', id: manager.personId ?? '' },
          personId: manager.personId,
          facts: { n },
          personal: personal as Record<string, unknown>,
        })),
      ),
    );
  const verdict = () => test.get(VerifyAudit).execute(manager, centre.id);

  beforeAll(async () => {
    test = await openTestModule([IdentityModule]);
    make = new Make(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    centre = await make.organisation();
    manager = await make.actor({ organisation: centre, roles: ['manager'] });
  });

  it('case 96: is chained in batches, and a second sealing finds nothing to do', async () => {
    await record(1_203, { reason: 'Zoé' });
    expect(await verdict()).toMatchObject({ seals: 0, unsealed: 1_203, broken: null });
    await test.get(SealAudit).execute();
    expect(await test.get(SealAudit).execute()).toBe(0);
    expect(await verdict()).toMatchObject({ seals: 2, entries: 1_203, unsealed: 0, broken: null, altered: 0 });
  });

  it('case 96: two sealers at once make one chain', async () => {
    await record(500);
    const sealed = await Promise.all(Array.from({ length: 8 }, () => test.get(SealAudit).execute()));
    expect(sealed.reduce((sum, one) => sum + one, 0)).toBe(500);
    expect(await verdict()).toMatchObject({ entries: 500, unsealed: 0, broken: null });
  });

  it('case 96: the application role cannot update, delete or truncate it', async () => {
    for (const table of ['audit_entry', 'audit_seal']) {
      for (const sql of [`update ${table} set ${table === 'audit_entry' ? "action = 'x'" : 'entries = 0'}`, `delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(test.source.query(sql)).rejects.toThrow(/permission denied/);
      }
    }
    await expect(test.source.query('update audit_personal set salt = salt')).rejects.toThrow(/permission denied/);
  });

  it.each([
    ['an entry altered', `update audit_entry set facts = '{"n":7}' where id = (select id from audit_entry where organisation_id = $1 order by id limit 1)`, { broken: 1 }],
    ['an entry removed', `delete from audit_entry where id = (select id from audit_entry where organisation_id = $1 order by id desc limit 1)`, { broken: 2 }],
    ['an entry moved to another time', `update audit_entry set at = at + interval '1 microsecond' where organisation_id = $1 and seal = 2`, { broken: 2 }],
    ['a seal removed', `delete from audit_seal where chain_id = $1 and number = 1`, { broken: 2 }],
    ['the last seal removed', `delete from audit_seal where chain_id = $1 and number = 2`, { broken: 2 }],
    ['words about a person altered', `update audit_personal set payload = '{"reason":"other"}' where organisation_id = $1`, { broken: null, altered: 4 }],
    ['words about a person erased', `delete from audit_personal where organisation_id = $1`, { broken: null, altered: 0 }],
  ])('case 96: a check finds %s behind the back of the application', async (_what, sql, finding) => {
    for (const words of ['first', 'second']) {
      await record(2, { reason: words });
      await test.get(SealAudit).execute();
    }
    if (sql.startsWith('delete from audit_entry')) await test.asOwner('delete from audit_personal where organisation_id = $1', [centre.id]);
    await test.asOwner(sql, [centre.id]);
    expect(await verdict()).toMatchObject(finding);
  });

  it('holds ids and facts; words about a person lie beside, behind a salted digest', async () => {
    await record(1, { reason: 'Zoé est malade' });
    const [entry] = await test.asOwner<{ row: string }>('select e::text as row from audit_entry e where organisation_id = $1', [centre.id]);
    expect(entry?.row).not.toContain('malade');
    const digests = await test.asOwner<{ same: boolean }>(`select personal_digest = sha256(convert_to(p.payload::text, 'UTF8')) as same from audit_entry e join audit_personal p on p.entry_id = e.id where e.organisation_id = $1`, [centre.id]);
    expect(digests).toEqual([{ same: false }]);
  });

  it('case 10: the chain of another centre is not to be checked or sealed', async () => {
    const stranger = await make.actor({ organisation: await make.organisation(), roles: ['manager'] });
    const coordinator = await make.actor({ organisation: centre, roles: ['coordinator'] });
    expect(await test.get(VerifyAudit).execute(stranger, centre.id)).toEqual(new NotFound('organisation'));
    expect(await test.get(VerifyAudit).execute(coordinator, centre.id)).toEqual(new NotAllowed('audit.verify'));
    const raw = test.database.as(stranger, (tx) => tx.query('select app.seal_audit($1, 10)', [centre.id]));
    await expect(raw).rejects.toThrow(/another organisation/);
  });
});
