import { AcceptInvitation } from './application/accept-invitation.js';
import { AddDemoPerson } from './application/add-demo-person.js';
import { ArchiveSite } from './application/archive-site.js';
import { Audit } from './application/audit.js';
import { ChangeRoles } from './application/change-roles.js';
import { CreateOrganisation } from './application/create-organisation.js';
import { CreateSite } from './application/create-site.js';
import { EndMembership } from './application/end-membership.js';
import { EndShare } from './application/end-share.js';
import { FindInvitation } from './application/find-invitation.js';
import { InvitationMessage } from './application/invitation-message.js';
import { InvitePerson } from './application/invite-person.js';
import { JoinDemo } from './application/join-demo.js';
import { JoinOrganisation } from './application/join-organisation.js';
import { JoinPersons } from './application/join-persons.js';
import { Journal } from './application/journal.js';
import { MergeFollowers } from './application/merge-followers.js';
import { MergePeople } from './application/merge-people.js';
import { PostInvitation } from './application/post-invitation.js';
import { ReadPeople } from './application/read-people.js';
import { ReadPlaces } from './application/read-places.js';
import { ReadShares } from './application/read-shares.js';
import { ReinstateMember } from './application/reinstate-member.js';
import { RemoveDemo } from './application/remove-demo.js';
import { SealAudit } from './application/seal-audit.js';
import { SendInvitation } from './application/send-invitation.js';
import { Share } from './application/share.js';
import { ShareableKinds } from './application/shareable-kinds.js';
import { SuspendMember } from './application/suspend-member.js';
import { TakeInvitation } from './application/take-invitation.js';
import { UpdateOrganisation } from './application/update-organisation.js';
import { UpdateProfile } from './application/update-profile.js';
import { UpdateSite } from './application/update-site.js';
import { VerifyAudit } from './application/verify-audit.js';
import { WithdrawInvitation } from './application/withdraw-invitation.js';
import { importInnerSteps, importStores, importUseCases } from './people-import.providers.js';
import { AuditReads } from './persistence/audit.reads.js';
import { DemoStore } from './persistence/demo.store.js';
import { InvitationStore } from './persistence/invitation.store.js';
import { OrganisationStore } from './persistence/organisation.store.js';
import { PeopleReads } from './persistence/people.reads.js';
import { PeopleStore } from './persistence/people.store.js';
import { PlaceReads } from './persistence/place.reads.js';
import { ShareStore } from './persistence/share.store.js';
import { SiteStore } from './persistence/site.store.js';

const trail = [Audit, Journal, SealAudit, VerifyAudit];
const places = [ReadPlaces, CreateOrganisation, UpdateOrganisation, CreateSite, UpdateSite, ArchiveSite, Share, EndShare, ReadShares, ShareableKinds];
const demo = [AddDemoPerson, RemoveDemo];
const people = [ReadPeople, InvitePerson, SendInvitation, WithdrawInvitation, FindInvitation, AcceptInvitation, UpdateProfile, ChangeRoles, SuspendMember, ReinstateMember, EndMembership, MergePeople, MergeFollowers];

/** Organisations, places, people and the audit trail. */
export const peopleUseCases = [...trail, ...places, ...people, ...demo, ...importUseCases];

const innerSteps = [InvitationMessage, JoinDemo, JoinOrganisation, JoinPersons, PostInvitation, TakeInvitation];
const stores = [AuditReads, DemoStore, InvitationStore, OrganisationStore, PeopleReads, PeopleStore, PlaceReads, ShareStore, SiteStore];

export const peopleStores = [...innerSteps, ...importInnerSteps, ...stores, ...importStores];
