import { Actor, type Role, roles } from '@app/platform';
import { grantableRoles, mayManageMember, mayReadPeople, ungrantable } from './people.policy.js';

const HOUSE = '01890000-0000-7000-8000-000000000001';
const OTHER = '01890000-0000-7000-8000-000000000002';
const as = (role: Role, organisationId = HOUSE): Actor => Actor.person({ personId: 'p', memberships: [{ organisationId, role }] });

describe('who may grant which role', () => {
  it('case 14: never a role above the own: managers all, coordinators learner, trainer and expert, others none', () => {
    const table = Object.fromEntries(roles.map((role) => [role, grantableRoles(as(role), HOUSE)]));
    expect(table).toEqual({ learner: [], trainer: [], expert: [], observer: [], coordinator: ['learner', 'trainer', 'expert'], manager: [...roles] });
  });

  it('case 14: never a role outside the own organisation, whatever one is elsewhere', () => {
    for (const role of roles) expect(grantableRoles(as(role, OTHER), HOUSE)).toEqual([]);
    expect(grantableRoles(Actor.person({ personId: 'p', platformAdmin: true }), HOUSE)).toEqual([]);
    expect(ungrantable(as('coordinator'), HOUSE, ['learner', 'manager', 'observer'])).toEqual(['manager', 'observer']);
  });

  it('somebody who holds a role above is not managed from below', () => {
    expect(mayManageMember(as('coordinator'), HOUSE, ['learner', 'expert'])).toBe(true);
    expect(mayManageMember(as('coordinator'), HOUSE, ['learner', 'manager'])).toBe(false);
    expect(mayManageMember(as('trainer'), HOUSE, [])).toBe(false);
    expect(mayManageMember(Actor.system(HOUSE), HOUSE, ['manager'])).toBe(true);
    expect(mayManageMember(Actor.system(OTHER), HOUSE, ['learner'])).toBe(false);
  });

  it('lists of people are for those who manage them', () => {
    expect(roles.filter((role) => mayReadPeople(as(role), HOUSE))).toEqual(['coordinator', 'manager']);
  });
});
