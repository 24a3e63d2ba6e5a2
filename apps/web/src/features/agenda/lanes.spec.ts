import { lanesOf } from './lanes';

const piece = (item: string, from: number, until: number) => ({ item, from, until });

describe('lanes of a day', () => {
  it('what overlaps stands side by side, what only touches takes the whole width', () => {
    const placed = lanesOf([piece('a', 540, 720), piece('b', 600, 660), piece('c', 720, 780)]);
    expect(placed.map(({ item, lane, lanes }) => `${item} ${lane}/${lanes}`)).toEqual(['a 0/2', 'b 1/2', 'c 0/1']);
  });

  it('a lane is used again when it is free', () => {
    const placed = lanesOf([piece('a', 0, 100), piece('b', 10, 20), piece('c', 30, 40)]);
    expect(placed.map(({ item, lane, lanes }) => `${item} ${lane}/${lanes}`)).toEqual(['a 0/2', 'b 1/2', 'c 1/2']);
  });
});
