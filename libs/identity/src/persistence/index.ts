export { AccountEntity } from './account.entity.js';
export { AuditEntryEntity, AuditPersonalEntity, AuditSealEntity } from './audit.entity.js';
export { MembershipEntity } from './membership.entity.js';
export { OrganisationEntity } from './organisation.entity.js';
export { PersonEntity } from './person.entity.js';
export { PlatformAdminEntity } from './platform-admin.entity.js';
export { ProfileEntity } from './profile.entity.js';
export { SessionEntity } from './session.entity.js';
export { SiteEntity } from './site.entity.js';
