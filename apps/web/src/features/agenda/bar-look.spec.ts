import { barLook } from './bar-look';

describe('what is written into a bar of the week', () => {
  it.each([
    [15, 'flat', 1],
    [30, 'flat', 1],
    [45, 'short', 1],
    [60, 'short', 1],
    [75, 'short', 2],
    [90, 'tall', 1],
    [180, 'tall', 6],
  ] as const)('%i minutes are %s, with %i lines of the title beside the own time', (minutes, look, title) => {
    expect(barLook(minutes, true)).toEqual({ look, title });
  });

  it('without another own time the title has its line', () => {
    expect(barLook(90, false)).toEqual({ look: 'tall', title: 2 });
  });
});
