import { Actor } from '@app/platform';
import { isWished, liveChangeFrom, mayHear, wishedSubjects } from './live-change.js';

const centre = '018f0000-0000-7000-8000-000000000001';
const room = '018f0000-0000-7000-8000-000000000002';
const person = '018f0000-0000-7000-8000-000000000003';
const member = (role: 'learner' | 'coordinator' | 'observer') => Actor.person({ personId: person, memberships: [{ organisationId: centre, role }] });
const change = liveChangeFrom(JSON.stringify({ o: centre, k: 'room', i: room, v: 2, c: 'moved', p: null }));

describe('who hears of a change', () => {
  it('case 18: staff of the organisation, nobody of another one, learners only what concerns them', () => {
    expect(mayHear(member('coordinator'), change)).toBe(true);
    expect(mayHear(member('learner'), change)).toBe(false);
    expect(mayHear(member('observer'), change)).toBe(false);
    expect(mayHear(member('learner'), { ...change, personId: person })).toBe(true);
    expect(mayHear(member('learner'), { ...change, attendees: [room, person] })).toBe(true);
    expect(mayHear(member('learner'), { ...change, attendees: [room] })).toBe(false);
    expect(mayHear(member('coordinator'), { ...change, organisationId: room })).toBe(false);
    expect(mayHear(Actor.anonymous(), change)).toBe(false);
    expect(mayHear(Actor.anonymous(), { subjectKind: 'session' })).toBe(false);
  });

  it('hears kinds and single things that the page asked for', () => {
    const heard = (wish: string | undefined, told = change) => isWished(wishedSubjects(wish) ?? new Set(['nothing']), told);
    expect([heard(undefined), heard('room'), heard(`room:${room}`), heard(`site,room:${centre}`), heard('site')]).toEqual([true, true, true, false, false]);
    expect(heard(`room:${centre}`, { organisationId: centre, subjectKind: 'room' })).toBe(true);
  });

  it('case 29: refuses more than fifty wishes and malformed ones', () => {
    expect(wishedSubjects(Array.from({ length: 51 }, () => 'room'))).toBeUndefined();
    expect(wishedSubjects('room; drop table')).toBeUndefined();
    expect(wishedSubjects(['room', `room:${room}`])?.size).toBe(2);
  });
});
