import { type Answer, done } from '~/lib/api/answer';
import { type Read } from '~/lib/api/use-api';
import { type Language } from '~/lib/i18n/languages';
import { type Role } from '~/lib/viewer';
import { type ProfileDraft } from './edit-person-dialog';
import { type MemberState } from './words';

export interface PersonLine {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly siteName: string | null;
  readonly state: MemberState;
}
export interface PersonDetail extends PersonLine {
  readonly organisationId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly phone: string | null;
  readonly language: string;
  readonly reference: string | null;
  readonly invitationExpiresAt: string | null;
  readonly version: number;
}
export interface PeoplePage {
  readonly people: readonly PersonLine[];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => void;
}
export interface PeopleFilter {
  readonly organisationId: string;
  readonly search?: string;
  readonly role?: Role;
  readonly state?: MemberState;
}
export interface Invited {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
}
const nothing = { data: undefined, loading: true, failed: undefined, again: () => undefined };
export const usePeople = (_filter: PeopleFilter): Read<PeoplePage> => nothing;
export const usePerson = (_organisationId: string, _personId: string): Read<PersonDetail> => nothing;
const later = (): Promise<Answer<unknown>> => Promise.resolve(done(true));
export const invite = (_organisationId: string, _invited: Invited) => later();
export const changeRoles = (_person: PersonDetail, _roles: readonly Role[]) => later();
export const updateProfile = (_person: PersonDetail, _draft: ProfileDraft) => later();
export const suspend = (_person: PersonDetail) => later();
export const reinstate = (_person: PersonDetail) => later();
export const endMembership = (_person: PersonDetail) => later();
export const sendInvitationAgain = (_person: PersonDetail) => later();
