export { AcceptSetupLink, type AcceptSetupLinkInput } from './application/accept-setup-link.js';
export { ActivateSecondFactor, type SecondFactorActivated } from './application/activate-second-factor.js';
export { ChangePassword } from './application/change-password.js';
export { CompleteSignIn, type SignedIn } from './application/complete-sign-in.js';
export { ConfirmSecondFactor } from './application/confirm-second-factor.js';
export { CreateSetupLink, type SetupLink } from './application/create-setup-link.js';
export { EndSession } from './application/end-session.js';
export { EnrolSecondFactor, type SecondFactorOffer } from './application/enrol-second-factor.js';
export { FindMe } from './application/find-me.js';
export { ListSessions, type OwnSession } from './application/list-sessions.js';
export { type NewAccount, OpenAccount } from './application/open-account.js';
export { PasswordHasher } from './application/password-hasher.js';
export { RemoveSecondFactor } from './application/remove-second-factor.js';
export { RenewSession } from './application/renew-session.js';
export { RequestSignInLink } from './application/request-sign-in-link.js';
export { ResetPassword } from './application/reset-password.js';
export { SignIn } from './application/sign-in.js';
export { SignInWithLink } from './application/sign-in-with-link.js';
export { SignOut } from './application/sign-out.js';
export { UpdateMyAccount } from './application/update-my-account.js';
export { type Me, type MyOrganisation } from './persistence/me.reads.js';
export { type ListedSession } from './persistence/session.store.js';
export { passwordFaults } from './domain/password-policy.js';
export {
  AccountSuspended,
  AddressTaken,
  CodeRefused,
  InstallationHasAdmin,
  LinkExpired,
  PasswordRefused,
  SecondFactorActive,
  SignInRefused,
  TooManyAttempts,
} from './domain/sign-in.problems.js';
export { FindActor } from './application/find-actor.js';
export { type StartedSession, StartSession } from './application/start-session.js';
export { type SecondFactorState, type WayIn } from './domain/session.js';
export { type Visitor } from './domain/visitor.js';
export { IdentityModule } from './identity.module.js';
export { ArchiveSite, type ArchiveSiteInput } from './application/archive-site.js';
export { Audit, type AuditEntry } from './application/audit.js';
export { CreateOrganisation, type CreateOrganisationInput } from './application/create-organisation.js';
export { CreateSite, type CreateSiteInput } from './application/create-site.js';
export { type Happening, Journal } from './application/journal.js';
export { SealAudit } from './application/seal-audit.js';
export { EndShare } from './application/end-share.js';
export { Share, type ShareInput } from './application/share.js';
export { ShareableKinds } from './application/shareable-kinds.js';
export { UpdateOrganisation, type UpdateOrganisationInput } from './application/update-organisation.js';
export { UpdateSite, type UpdateSiteInput } from './application/update-site.js';
export { type AuditVerdict, VerifyAudit } from './application/verify-audit.js';
export { textFaults, tidyLine } from './domain/entered-text.js';
export { fieldsGiven } from './domain/fields-given.js';
export { type MembershipState, membershipStates, overallState, type RoleHeld, standingRoles } from './domain/membership.js';
export { type OrganisationFacts } from './domain/organisation.js';
export { mayManageOrganisation, mayManageSites, mayReadAudit, mayReadSites } from './domain/organisation.policy.js';
export { grantableRoles, mayManageMember, mayManagePeople, mayReadPeople } from './domain/people.policy.js';
export { type ProfileFacts } from './domain/profile.js';
export { refusal } from './domain/refusal.js';
export { type ShareableKind, type ShareRight, shareRights } from './domain/share.js';
export { type SiteFacts } from './domain/site.js';
export { type OrganisationWords } from './domain/words.js';
export { type Organisation } from './persistence/organisation.store.js';
export { type Site } from './persistence/site.store.js';
export { type Share as StandingShare } from './persistence/share.store.js';
export { ChangeRoles, type ChangeRolesInput } from './application/change-roles.js';
export { EndMembership } from './application/end-membership.js';
export { InvitePerson, type InvitePersonInput } from './application/invite-person.js';
export { type MemberEdit } from './application/member-to-change.js';
export { MergeFollowers } from './application/merge-followers.js';
export { type MergedPeople, MergePeople, type MergePeopleInput } from './application/merge-people.js';
export { ReinstateMember } from './application/reinstate-member.js';
export { SendInvitation, type SendInvitationInput } from './application/send-invitation.js';
export { SuspendMember, type SuspendMemberInput } from './application/suspend-member.js';
export { UpdateProfile, type UpdateProfileInput } from './application/update-profile.js';
export { WithdrawInvitation } from './application/withdraw-invitation.js';
export { type MergeClash, type MergeFollower, type PersonMerge } from './domain/merge.js';
export { AlreadyMember, BothHaveJoined, HasJoined, InvitationVoid, LastManager, SignInFirst } from './domain/people.problems.js';
export { type Member, type MemberKey } from './persistence/people.store.js';
export { ReadPeople } from './application/read-people.js';
export { type TrailRow } from './persistence/audit.reads.js';
export { type LikelyDuplicate, type PeopleFilter, type PersonRow } from './persistence/people.reads.js';
export { CoordinatorsOversee } from './application/coordinators-oversee.js';
