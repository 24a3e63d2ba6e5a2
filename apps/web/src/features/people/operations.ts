import {
  ChangeRolesDocument,
  EndMembershipDocument,
  ErasePersonDocument,
  InvitePersonDocument,
  PeopleDocument,
  type PeopleQuery,
  PersonDetailDocument,
  PersonErasurePreviewDocument,
  ReinstatePersonDocument,
  SendInvitationDocument,
  SuspendPersonDocument,
  UpdatePersonDocument,
  WithdrawInvitationDocument,
} from '~/generated/people/graphql';
import { type Answer, answerOf } from '~/lib/api/answer';
import { mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { type ErasureLine } from '~/lib/erasure-words';
import { type Language } from '~/lib/i18n/languages';
import { type Role, roles } from '~/lib/viewer';
import { type ProfileDraft } from './edit-person-dialog';
import { isState, type MemberState } from './words';

type Fields = Extract<PeopleQuery['people'], { readonly __typename: 'PersonConnection' }>['nodes'][number];

export interface PersonLine extends Omit<Fields, 'roles' | 'state' | '__typename'> {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: MemberState;
}

export interface PeoplePage {
  readonly people: readonly PersonLine[];
  /** Cursor of the next page; null on the last. */
  readonly next: string | null;
}

export interface PeopleFilter {
  readonly organisationId: string;
  readonly search?: string;
  readonly role?: Role;
  readonly state?: MemberState;
  readonly after?: string;
}

export interface Invited {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly Role[];
}

function lineOf({ roles: held, state, ...fields }: Fields): PersonLine {
  const names = held.map(({ role }) => role);
  return { ...fields, name: `${fields.givenName} ${fields.familyName}`.trim(), roles: roles.filter((role) => names.includes(role)), state: isState(state) ? state : 'ended' };
}

const pageSize = 50;

/** One page of the list; `after` is the cursor of the page before. */
export function usePeople({ organisationId, search, role, state, after }: PeopleFilter): Read<PeoplePage> {
  const read = useRead(PeopleDocument, { organisationId, search, roles: role && [role], states: state && [state], first: pageSize, after });
  return readOf(read, ({ people }) => ('nodes' in people ? { people: people.nodes.map(lineOf), next: people.pageInfo.hasNextPage ? people.pageInfo.endCursor : null } : undefined));
}

export function usePerson(organisationId: string, personId: string): Read<PersonLine> {
  return readOf(useRead(PersonDetailDocument, { organisationId, personId }), ({ person }) => ('personId' in person ? lineOf(person) : undefined));
}

type Change = Promise<Answer<unknown>>;
const versionOf = ({ organisationId, personId, version }: PersonLine) => ({ organisationId, personId, expectedVersion: version });
const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

export const invite = async (organisationId: string, invited: Invited): Change => answerOf((await mutate(InvitePersonDocument, { input: { organisationId, ...invited } })).invitePerson);

export const updateProfile = async (person: PersonLine, { givenName, familyName, email, phone, reference, language }: ProfileDraft): Change => {
  const facts = { givenName, familyName, email: orNull(email), phone: orNull(phone), reference: orNull(reference), language };
  return answerOf((await mutate(UpdatePersonDocument, { input: { ...versionOf(person), ...facts } })).updatePerson);
};

export const changeRoles = async (person: PersonLine, wanted: readonly Role[]): Change => answerOf((await mutate(ChangeRolesDocument, { input: { ...versionOf(person), roles: wanted } })).changeRoles);
export const suspend = async (person: PersonLine): Change => answerOf((await mutate(SuspendPersonDocument, { input: versionOf(person) })).suspendPerson);
export const reinstate = async (person: PersonLine): Change => answerOf((await mutate(ReinstatePersonDocument, { input: versionOf(person) })).reinstatePerson);
export const endMembership = async (person: PersonLine): Change => answerOf((await mutate(EndMembershipDocument, { input: versionOf(person) })).endMembership);
export const sendInvitationAgain = async (person: PersonLine): Change => answerOf((await mutate(SendInvitationDocument, { input: versionOf(person) })).sendInvitation);
export const withdrawInvitation = async (person: PersonLine): Change => answerOf((await mutate(WithdrawInvitationDocument, { input: versionOf(person) })).withdrawInvitation);

export const useErasurePreviewOf = ({ organisationId, personId }: PersonLine): Read<readonly ErasureLine[]> =>
  readOf(useRead(PersonErasurePreviewDocument, { organisationId, personId }), ({ personErasurePreview }) => ('lines' in personErasurePreview ? personErasurePreview.lines : undefined));
export const erase = async (person: PersonLine): Change => answerOf((await mutate(ErasePersonDocument, { input: versionOf(person) })).erasePerson);
