import { type BoardEntry, clockOf, hoursOf, minutesOf, type Move, pack, packBoard, rivals, slid, step, withMoves } from './model';

const entry = (facts: Partial<BoardEntry> & Pick<BoardEntry, 'id' | 'from' | 'until'>): BoardEntry => ({
  resourceId: 'lab-1', kind: 'booking', day: '2026-11-23', title: facts.id, groupId: facts.id, movable: true, version: 1, part: 'room', takes: { things: ['lab-1'], people: [] }, seats: null, heldUntil: null, told: 0, ...facts,
});
const nine = 9 * 60;
const noon = 12 * 60;

describe('packing of a board', () => {
  it('puts what follows one another into one lane', () => {
    const packed = pack([entry({ id: 'b', from: noon, until: noon + 60 }), entry({ id: 'a', from: nine, until: noon })]);
    expect(packed.map(({ id, lane, clashes }) => ({ id, lane, clashes }))).toEqual([
      { id: 'a', lane: 0, clashes: false },
      { id: 'b', lane: 0, clashes: false },
    ]);
  });

  it('gives each of those that overlap a lane of its own and marks them all', () => {
    const packed = pack([entry({ id: 'a', from: nine, until: noon }), entry({ id: 'b', from: nine + 60, until: noon }), entry({ id: 'c', from: noon, until: noon + 60 })]);
    expect(packed.map(({ id, lane, clashes }) => [id, lane, clashes])).toEqual([['a', 0, true], ['b', 1, true], ['c', 0, false]]);
  });

  it('does not depend on the order in which entries arrive', () => {
    const entries = [entry({ id: 'a', from: 480, until: 600 }), entry({ id: 'b', from: 480, until: 600 }), entry({ id: 'c', from: 540, until: 700 })];
    expect(pack([...entries].reverse())).toEqual(pack(entries));
  });

  it('lets bookings by seats stand beside each other, and marks one that takes the whole room', () => {
    const bySeats = [entry({ id: 'a', from: nine, until: noon, seats: 12 }), entry({ id: 'b', from: nine, until: noon, seats: 8 })];
    expect(pack(bySeats).map(({ clashes }) => clashes)).toEqual([false, false]);
    expect(pack([...bySeats, entry({ id: 'c', from: nine, until: noon })]).map(({ clashes }) => clashes)).toEqual([true, true, true]);
  });

  it('says when a person is available within the hours shown, and nothing when it is all of them', () => {
    const person = { id: 'zoe', kind: 'person' as const, name: 'Zoé', detail: '', roles: ['trainer'], shared: false };
    const offered = [{ day: '2026-11-23', from: 0, until: noon }, { day: '2026-11-25', from: 7 * 60, until: 19 * 60 }];
    const [row] = packBoard([{ ...person, offered }], ['2026-11-23', '2026-11-24', '2026-11-25'], []);
    expect(row?.cells.map((cell) => cell.offered)).toEqual([[{ from: 480, until: noon }], [], null]);
    expect(packBoard([{ ...person, offered: null }], ['2026-11-23'], [])[0]?.cells[0]?.offered).toBeNull();
  });

  it('keeps bookings and absences of a cell apart and knows a day that is shut', () => {
    const closure = entry({ id: 'holiday', kind: 'closure', from: 0, until: 24 * 60 });
    const [row] = packBoard([{ id: 'lab-1', kind: 'room', name: 'Lab 1', detail: '', roles: [], shared: false, offered: null }], ['2026-11-23', '2026-11-24'], [closure, entry({ id: 'a', from: nine, until: noon })]);
    expect(row?.cells[0]).toMatchObject({ shut: true, bookings: [{ id: 'a' }], absences: [{ id: 'holiday' }] });
    expect(row?.cells[1]).toMatchObject({ shut: false, bookings: [], absences: [] });
  });

  it('shows the working day, and more only when a booking lies outside', () => {
    expect(hoursOf([entry({ id: 'closure', kind: 'closure', from: 0, until: 1440 })])).toEqual({ from: 480, until: 1080 });
    expect(hoursOf([entry({ id: 'evening', from: 18 * 60, until: 20 * 60 + 30 })])).toEqual({ from: 480, until: 21 * 60 });
  });
});

describe('moving on a board', () => {
  const board = { rows: 3, days: 5, length: 180 };

  it('stops at the edges instead of leaving the board', () => {
    expect(step({ row: 0, day: 4, from: nine }, 'right', board)).toEqual({ row: 0, day: 4, from: nine });
    expect(step({ row: 0, day: 4, from: nine }, 'up', board)).toEqual({ row: 0, day: 4, from: nine });
    expect(step({ row: 0, day: 0, from: 1440 - 180 }, 'later', board).from).toBe(1440 - 180);
  });

  it('goes by quarters of an hour within a day', () => {
    expect(step({ row: 1, day: 1, from: nine }, 'later', board)).toEqual({ row: 1, day: 1, from: nine + 15 });
  });

  it('finds the rivals of a place, but never the entry itself', () => {
    const [row] = packBoard([{ id: 'lab-1', kind: 'room', name: 'Lab 1', detail: '', roles: [], shared: false, offered: null }], ['2026-11-23'], [entry({ id: 'a', from: nine, until: noon })]);
    expect(rivals(row?.cells[0], { from: nine + 60, until: noon + 60, groupId: 'b', seats: null }).map((rival) => rival.id)).toEqual(['a']);
    expect(rivals(row?.cells[0], { from: nine + 60, until: noon + 60, groupId: 'a', seats: null })).toEqual([]);
    expect(rivals(row?.cells[0], { from: noon, until: noon + 60, groupId: 'b', seats: null })).toEqual([]);
  });
});

it('writes and reads times of the day', () => {
  expect([clockOf(0), clockOf(545), clockOf(1439)]).toEqual(['00:00', '09:05', '23:59']);
  expect(minutesOf('09:05')).toBe(545);
});

describe('pulling by mouse', () => {
  const hours = { from: 8 * 60, until: 18 * 60 };
  const morning = { from: nine, until: noon };

  it('follows the hand over the width of the day, on quarters of an hour', () => {
    expect(slid(morning, 0.1, hours)).toBe(nine + 60);
    expect(slid(morning, 0.121, hours)).toBe(nine + 75);
    expect(slid(morning, -0.05, hours)).toBe(nine - 30);
    expect(slid({ from: nine + 5, until: noon }, 0.05, hours)).toBe(nine + 30);
  });

  it('stays where it is while the hand goes less than half a quarter, odd minutes too', () => {
    expect(slid({ from: nine + 5, until: noon }, 0.01, hours)).toBe(nine + 5);
  });

  it('stays within its day', () => {
    expect(slid(morning, -5, hours)).toBe(0);
    expect(slid(morning, 5, hours)).toBe(21 * 60);
    expect(slid({ from: 0, until: 24 * 60 }, 0.5, hours)).toBe(0);
  });
});

describe('moves that the server was asked for', () => {
  const room = entry({ id: 'r', groupId: 'talk', from: nine, until: noon });
  const trainer = entry({ id: 't', groupId: 'talk', resourceId: 'samira', part: 'trainer', from: nine, until: noon });
  const other = entry({ id: 'o', from: nine, until: noon });
  const move: Move = { entry: room, resourceId: 'lab-2', day: '2026-11-24', from: noon, until: noon + 180 };
  const placeOf = ({ resourceId, day, from, until, movable, pending }: BoardEntry) => ({ resourceId, day, from, until, movable, pending });

  it('stand at their new place on every row, marked, and nobody moves them meanwhile', () => {
    const shown = withMoves([room, trainer, other], [{ move, version: null }]);
    const there = { day: '2026-11-24', from: noon, until: noon + 180, movable: false, pending: true };
    expect(shown.map(placeOf)).toEqual([{ ...there, resourceId: 'lab-2' }, { ...there, resourceId: 'samira' }, placeOf(other)]);
  });

  it('stay there, no longer marked, until the data has the new version', () => {
    const [there] = withMoves([room], [{ move, version: 2 }]);
    expect(there).toMatchObject({ resourceId: 'lab-2', pending: false });
    const fresh = { ...room, resourceId: 'lab-3', version: 2 };
    expect(withMoves([fresh], [{ move, version: 2 }])).toEqual([fresh]);
  });

  it('go back when the question is taken back', () => {
    expect(withMoves([room, trainer], [])).toEqual([room, trainer]);
  });
});
