import { placeOf } from './place';

describe('placeOf', () => {
  it('says room, place and site once each', () => {
    expect(placeOf({ rooms: 'Local 1', place: 'Local 1, Mons', siteName: 'Mons' })).toBe('Local 1, Mons');
    expect(placeOf({ rooms: 'Labo, Local 2', place: null, siteName: 'Mons' })).toBe('Labo, Local 2, Mons');
    expect(placeOf({ rooms: null, place: null, siteName: null })).toBe('');
  });
});
