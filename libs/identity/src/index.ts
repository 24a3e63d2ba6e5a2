export { IdentityModule } from './identity.module.js';
export { CoordinatorsOversee } from './application/coordinators-oversee.js';
export * from './api-keys.index.js';
export * from './people.index.js';
export * from './sign-in.index.js';
export * from './privacy.index.js';
