import { type Actor, isProblem } from '@app/platform';
import { type Booked, BookRoom, type BookRoomInput, LedgerModule, MoveBooking, type BookingMove } from '@app/ledger';
import { Make } from './make.js';
import { openTestModule, type TestModule } from './test-module.js';

interface RoomWishes {
  readonly organisation?: { readonly id: string };
  readonly site?: { readonly id: string };
  readonly name?: string;
  readonly seats?: number;
  readonly shared?: boolean;
  readonly kind?: 'room' | 'equipment';
}

/** One centre ("Centre") with one site ("Mons", Europe/Brussels) and its coordinator, ready to book. */
export interface LedgerWorld {
  readonly test: TestModule;
  readonly make: Make;
  readonly centre: { readonly id: string };
  readonly site: { readonly id: string };
  readonly marie: Actor;
  room(wishes?: RoomWishes): Promise<string>;
  /** Monday 23 November 2026, 9:00-12:00, "Web Dev, group B", unless wished otherwise. */
  book(resourceId: string | readonly string[], wishes?: Partial<BookRoomInput>, actor?: Actor): ReturnType<BookRoom['execute']>;
  /** The same, where a refusal fails the test. */
  booked(resourceId: string | readonly string[], wishes?: Partial<BookRoomInput>, actor?: Actor): Promise<Booked>;
  move(...moves: readonly BookingMove[]): ReturnType<MoveBooking['execute']>;
  /** What stands on a resource, "2026-11-23T08:00/11:00" in UTC, in order. */
  stands(resourceId: string): Promise<readonly string[]>;
}

let serial = 0;

type ModuleOptions = NonNullable<Parameters<typeof openTestModule>[1]>;

export async function openLedgerWorld(options: ModuleOptions & { modules?: NonNullable<Parameters<typeof openTestModule>[0]> } = {}): Promise<LedgerWorld> {
  const test = await openTestModule([LedgerModule, ...(options.modules ?? [])], { ...options, connections: options.connections ?? 10 });
  const make = new Make(test);
  const centre = await make.organisation();
  const site = await make.site(centre, { name: 'Mons' });
  const marie = await make.actor({ organisation: centre, roles: ['coordinator'], givenName: 'Marie' });
  const book: LedgerWorld['book'] = (resourceId, wishes = {}, actor = marie) =>
    test.get(BookRoom).execute(actor, { ...{ organisationId: centre.id, title: 'Web Dev, group B', startsAt: '2026-11-23T09:00', endsAt: '2026-11-23T12:00' }, resourceIds: [resourceId].flat(), ...wishes });
  return {
    ...{ test, make, centre, site, marie, book },
    room: async ({ organisation = centre, site: at = site, name = `Lab ${++serial}`, seats = 20, shared = false, kind = 'room' } = {}) => {
      const [row] = await test.asOwner<{ id: string }>(
        'insert into resource (organisation_id, kind, site_id, name, seats, shared) values ($1, $2, $3, $4, $5, $6) returning id',
        [organisation.id, kind, at.id, name, seats, shared],
      );
      return row?.id ?? '';
    },
    booked: async (...wishes) => {
      const answer = await book(...wishes);
      if (isProblem(answer)) throw new Error(`The booking was refused: ${JSON.stringify(answer)}`);
      return answer;
    },
    move: (...moves) => test.get(MoveBooking).execute(marie, { organisationId: centre.id, moves }),
    stands: async (resourceId) => {
      const rows = await test.asOwner<{ stands: string }>(
        `select to_char(lower(during) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') || '/' || to_char(upper(during) at time zone 'UTC', 'HH24:MI') as stands
         from reservation where resource_id = $1 order by lower(during), upper(during)`,
        [resourceId],
      );
      return rows.map((row) => row.stands);
    },
  };
}
