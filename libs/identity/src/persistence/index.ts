export { AccountEntity } from './account.entity.js';
export { PlatformAdminEntity } from './platform-admin.entity.js';
export { SessionEntity } from './session.entity.js';
