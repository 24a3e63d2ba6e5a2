import { CancelBooking, ListClosureCalendars, ListResources, ReadBoard } from '@app/ledger';
import { type LedgerWorld, openLedgerWorld } from '../support/ledger-world.js';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Filter'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly 'Plans'?: readonly Plan[];
}

/** Operators whose functions may leak what they see, so that a policy keeps them from being index conditions. */
const LEAKY = / (&&|@>|<@|~~|!~~|~~\*|@@|~|!~|\?|-\|-) /;

describe('what the ledger costs in a full database', () => {
  let world: LedgerWorld;
  const statements: { sql: string; parameters: unknown[] }[] = [];

  beforeAll(async () => {
    world = await openLedgerWorld();
    // 200 rooms, five bookings a day each, for 60 days: 60,000 reservations.
    await world.test.asOwner(
      `with rooms as (insert into resource (organisation_id, kind, site_id, name, seats) select $1, 'room', $2, 'Old room ' || n, 20 from generate_series(1, 200) n returning id),
         slots as (select rooms.id as room, uuidv7() as id, '2026-10-01Z'::timestamptz + d * interval '1 day' + h * interval '1 hour' as starts_at from rooms, generate_series(0, 59) d, generate_series(8, 16, 2) h),
         made as (insert into occurrence (id, organisation_id, kind, local_date, local_time, zone, starts_at, ends_at, site_organisation_id, site_id)
           select id, $1, 'session', '2026-10-01', '09:00', 'UTC', starts_at, starts_at + interval '2 hours', $1, $2 from slots)
       insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, part)
         select $1, $1, room, id, tstzrange(starts_at, starts_at + interval '2 hours'), 'room' from slots`,
      [world.centre.id, world.site.id],
    );
    await world.test.asOwner('analyze');
    const { logger } = world.test.source;
    world.test.source.setOptions({ logger: { ...logger, log() {}, logMigration() {}, logQueryError() {}, logQuerySlow() {}, logSchemaBuild() {}, logQuery: (sql: string, parameters?: unknown[]) => void statements.push({ sql, parameters: parameters ?? [] }) } });
  }, 120_000);
  afterAll(() => world.test.close());

  const explain = async (sql: string, parameters: unknown[], analyze = false): Promise<Plan> => {
    const [row] = await world.test.database.as(world.marie, (tx) => tx.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(`explain (format json, verbose ${analyze ? ', analyze, buffers' : ''}) ${sql}`, parameters));
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error('PostgreSQL explained nothing.');
    return plan;
  };
  const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

  it('no statement of a booking’s life filters a policed table by what may leak; tables with many rows are read by index', async () => {
    const lab = await world.room();
    statements.length = 0;
    const booked = await world.booked(lab, { people: [{ personId: world.marie.personId ?? '', part: 'staff' }] });
    await world.book(lab);
    await world.move({ occurrenceId: booked.occurrenceId, expectedVersion: 1, startsAt: '2026-11-23T10:00', endsAt: '2026-11-23T13:00' });
    await world.test.get(CancelBooking).execute(world.marie, { organisationId: world.centre.id, occurrenceId: booked.occurrenceId, expectedVersion: 2 });
    await world.test.get(ReadBoard).execute(world.marie, { organisationId: world.centre.id, from: '2026-11-23' });
    await world.test.get(ListResources).execute(world.marie, { organisationId: world.centre.id, kind: 'room' }, { first: 50 });
    await world.test.get(ListClosureCalendars).execute(world.marie, { organisationId: world.centre.id, year: 2026 });
    const ours = statements.filter(({ sql }) => /^\s*(with|select|insert|update|delete)\b/i.test(sql) && !/set_config|app\.(ledger_facts|board|now)\(/.test(sql));
    expect(ours.length).toBeGreaterThan(10);
    for (const { sql, parameters } of ours) {
      for (const node of nodes(await explain(sql, parameters))) {
        expect({ sql: sql.trim().slice(0, 60), leaky: LEAKY.exec(node.Filter ?? '')?.[0] }).toEqual({ sql: sql.trim().slice(0, 60), leaky: undefined });
        expect({ sql: sql.trim().slice(0, 60), scan: `${node['Node Type']} ${node['Relation Name'] ?? ''}` }).not.toMatchObject({ scan: expect.stringMatching(/^Seq Scan (reservation|occurrence)$/) as unknown });
      }
    }
  });

  it('a claim and a look at who is busy touch few pages among 60,000 reservations', async () => {
    const blocks = async (sql: string, parameters: unknown[]): Promise<number> => {
      // The first call plans, and reads the catalogue.
      await explain(sql, parameters, true);
      const plan = await explain(sql, parameters, true);
      return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
    };
    const [room] = await world.test.asOwner<{ id: string }>(`select id from resource where name = 'Old room 77'`);
    const windows = JSON.stringify([{ resource_id: room?.id, during: '[2026-11-23T08:00Z,2026-11-23T11:00Z)' }]);
    expect(await blocks(`select app.ledger_facts($1, '{}', array[$2::uuid], '{}', $3, 'fr', true)`, [world.centre.id, room?.id, windows])).toBeLessThan(200);
    const [other] = await world.test.asOwner<{ ids: string[] }>(`select array_agg(id) as ids from (select id from resource where kind = 'room' order by name limit 20) r`);
    expect(await blocks(`select count(*) from app.busy($1, '[2026-11-23T00:00Z,2026-11-30T00:00Z)')`, [other?.ids])).toBeLessThan(2_500);
  });
});
