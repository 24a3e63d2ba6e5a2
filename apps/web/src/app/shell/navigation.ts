import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { type ComponentType, type SVGProps } from 'react';
import { type Centre, hasRole, type Role } from '~/lib/viewer';
import { IconBell, IconBook, IconBuilding, IconCalendar, IconCalendarWeek, IconHome, IconMailForward, IconPencil, IconSchool, IconServer, IconUser, IconUserPlus, IconUsers } from '~/ui/icons';

export interface NavigationItem {
  readonly to: '/' | '/agenda' | '/courses' | '/studio' | '/reminders' | '/week' | '/cohorts' | '/registration' | '/people' | '/organisation' | '/operations' | '/notices' | '/me';
  readonly name: MessageDescriptor;
  readonly icon: ComponentType<SVGProps<SVGSVGElement>>;
}

export interface NavigationGroup {
  readonly id: string;
  readonly name: MessageDescriptor;
  readonly items: readonly NavigationItem[];
}

interface Place extends NavigationItem {
  readonly group: 'mine' | 'plan' | 'run';
  /** Without roles it is for everybody. */
  readonly for?: readonly Role[];
}

const places: readonly Place[] = [
  { group: 'mine', to: '/', name: msg`Today`, icon: IconHome },
  { group: 'mine', to: '/agenda', name: msg`My agenda`, icon: IconCalendar },
  { group: 'mine', to: '/courses', name: msg`Courses`, icon: IconBook },
  { group: 'mine', to: '/notices', name: msg`Notices`, icon: IconBell },
  { group: 'plan', to: '/week', name: msg`Week`, icon: IconCalendarWeek, for: ['coordinator', 'manager', 'trainer'] },
  { group: 'plan', to: '/cohorts', name: msg`Cohorts`, icon: IconSchool, for: ['coordinator', 'manager', 'trainer'] },
  { group: 'mine', to: '/registration', name: msg`Registration`, icon: IconUserPlus, for: ['learner'] },
  { group: 'plan', to: '/people', name: msg`People`, icon: IconUsers, for: ['coordinator', 'manager'] },
  { group: 'plan', to: '/studio', name: msg`Studio`, icon: IconPencil, for: ['trainer', 'coordinator', 'manager'] },
  { group: 'run', to: '/organisation', name: msg`Organisation`, icon: IconBuilding, for: ['manager', 'coordinator'] },
  { group: 'run', to: '/reminders', name: msg`Reminders`, icon: IconMailForward, for: ['manager', 'coordinator'] },
  { group: 'run', to: '/operations', name: msg`Operations`, icon: IconServer, for: ['manager', 'coordinator'] },
  { group: 'mine', to: '/me', name: msg`Me`, icon: IconUser },
];

const groupNames: Readonly<Record<Place['group'], MessageDescriptor>> = { mine: msg`For me`, plan: msg`Planning`, run: msg`Running the centre` };

export interface Visitor {
  readonly centre: Centre | null;
  readonly platformAdmin: boolean;
}

const mayGo = (place: Place, { centre, platformAdmin }: Visitor): boolean =>
  !place.for || hasRole(centre, ...place.for) || (platformAdmin && place.to === '/operations');

/** Whether a page is for this person; those that no navigation names are for everybody. */
export const mayVisit = (path: string, visitor: Visitor): boolean => places.every((place) => place.to === '/' || (path !== place.to && !path.startsWith(`${place.to}/`)) || mayGo(place, visitor));

/** One navigation for all roles of a person, grouped by what is done there; groups without an entry are left out. */
export function navigationFor(visitor: Visitor): readonly NavigationGroup[] {
  return (['mine', 'plan', 'run'] as const)
    .map((id) => ({ id, name: groupNames[id], items: places.filter((place) => place.group === id && mayGo(place, visitor)) }))
    .filter((group) => group.items.length > 0);
}

/** The phone has room for four: what one does most, and "More" when there is more. */
export function bottomFor(visitor: Visitor): { readonly shown: readonly NavigationItem[]; readonly more: readonly NavigationItem[] } {
  const order: readonly NavigationItem['to'][] = ['/', '/agenda', '/week', '/cohorts', '/courses', '/registration', '/people', '/notices', '/me', '/studio', '/organisation', '/reminders', '/operations'];
  const items = order.flatMap((to) => places.filter((place) => place.to === to && mayGo(place, visitor)));
  return items.length <= 4 ? { shown: items, more: [] } : { shown: items.slice(0, 3), more: items.slice(3) };
}
